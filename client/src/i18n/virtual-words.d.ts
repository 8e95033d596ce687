/** Made by scripts/words/words-plugin.ts from the files of this folder. */
declare module 'virtual:words' {
  interface Language {
    code: string;
    name: string;
    dir: 'ltr' | 'rtl';
    hidden: boolean;
  }
  type Load = () => Promise<{ words: object }>;
  export const languages: readonly Language[];
  export const words: Readonly<Record<string, Readonly<Record<string, Load>>>>;
}
