import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

const server = process.env['BOARD_SERVER'] ?? 'http://127.0.0.1:8080';

export default defineConfig({
  plugins: [react()],
  build: { outDir: 'dist', target: 'es2022', assetsInlineLimit: 0, manifest: true },
  server: {
    proxy: {
      '/api': { target: server },
      '/socket.io': { target: server, ws: true },
    },
  },
});
