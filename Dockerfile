# Three stages: what builds, what runs, and the image.
FROM node:24-bookworm-slim AS manifests
WORKDIR /board
COPY package.json package-lock.json .npmrc ./
COPY shared/package.json shared/
COPY client-sdk/package.json client-sdk/
COPY server/package.json server/
COPY client/package.json client/

FROM manifests AS build
RUN apt-get update && apt-get install -y --no-install-recommends gcc libc6-dev
RUN npm ci --include=dev
COPY . .
RUN npm run build

FROM manifests AS runtime
# Not --omit=optional: pictures need sharp's platform package. What npm keeps besides is not needed here:
# the Node it brings for older machines, the tools that some package names as its optional peers, and of the
# rest what is for people who write code, and typefaces in the form that only browsers read.
RUN npm ci --omit=dev --workspace=shared --workspace=server --include-workspace-root \
  && cd node_modules \
  && rm -rf node-linux-* typescript @typescript vite vitest @vitest rolldown @rolldown lightningcss* terser react-dom \
  && find . -name '*.map' -delete -o -name '*.d.ts' -delete -o -name '*.d.[cm]ts' -delete -o -name '*.woff2' -delete \
  && npm cache clean --force

FROM node:24-bookworm-slim
WORKDIR /board
ENV NODE_ENV=production DATA_DIR=/data
COPY --from=runtime /board ./
COPY shared/src shared/src
COPY server/src server/src
COPY --from=build /board/server/native/dist server/native/dist
COPY data data
# The words of the pages are the server's too.
COPY client/src/i18n client/src/i18n
COPY --from=build /board/client/dist client/dist
RUN mkdir /data && chown node:node /data
USER node
VOLUME /data
EXPOSE 8080
# The root file system may be read-only: the board writes to /data alone.
HEALTHCHECK --interval=10s --timeout=3s --start-period=30s \
  CMD ["node", "-e", "fetch('http://127.0.0.1:'+(process.env.PORT||8080)+'/readyz').then(r=>process.exit(r.ok?0:1),()=>process.exit(1))"]
CMD ["node", "server/src/main.ts"]
