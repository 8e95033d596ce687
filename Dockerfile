# Three stages: what builds, what runs, and the image. Checked by hand without a container engine:
# docs/operations.md says how far.
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
# Not --omit=optional: pictures need sharp's platform package. The Node that npm brings for older
# machines is not needed here, nor a compiler, nor anything of the client but its words and what was built.
RUN npm ci --omit=dev --workspace=shared --workspace=server --include-workspace-root \
  && rm -rf node_modules/node-linux-* node_modules/typescript node_modules/@typescript && npm cache clean --force

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
