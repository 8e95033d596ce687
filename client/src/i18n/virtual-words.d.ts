/** Made by scripts/words/words-plugin.ts from the files of this folder. */
declare module 'virtual:words' {
  interface Language {
    code: string;
    name: string;
    dir: 'ltr' | 'rtl';
    hidden: boolean;
  }
  type Load = () => Promise<{ words: object }>;
  /** By namespace. */
  interface Loaders {
    loaders: Readonly<Record<string, Load>>;
  }
  export const languages: readonly Language[];
  export const words: Readonly<Record<string, () => Promise<Loaders>>>;
}
