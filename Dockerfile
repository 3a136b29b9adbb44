# syntax=docker/dockerfile:1
# Why this Node: docs/decisions/003-container-image.md.
ARG NODE_VERSION=24

# The full image has the compiler and the headers that sqlite3 needs when no binary is offered.
FROM node:${NODE_VERSION}-bookworm AS build
WORKDIR /app
ENV CI=1
COPY package.json package-lock.json .npmrc ./
COPY .config/setup.mjs .config/
RUN node .config/setup.mjs install
COPY tsconfig.json ./
COPY .config/tsconfig.build.json .config/vite.config.ts .config/
COPY src src
RUN node .config/setup.mjs build && npm prune --omit=dev --ignore-scripts

FROM node:${NODE_VERSION}-bookworm-slim
WORKDIR /app
COPY --from=build /app/package.json ./
COPY LICENSE ./
COPY --from=build /app/node_modules node_modules
COPY --from=build /app/dist dist
RUN mkdir /data && chown node:node /data
USER node
ENV NODE_ENV=production SEAU_HOST=0.0.0.0 SEAU_DATA=/data
VOLUME /data
EXPOSE 9000 9001
HEALTHCHECK --interval=30s --timeout=5s --start-period=15s CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.SEAU_CONSOLE_PORT ?? 9001}/health/live`).then((answer) => process.exit(answer.ok ? 0 : 1), () => process.exit(1))"]
ENTRYPOINT ["node", "--enable-source-maps", "dist/main.cjs"]
CMD ["serve"]
