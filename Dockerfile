# One image per deployable: docker build --build-arg PROJECT=Workers.Inventory --tag workers/inventory:dev .
# PROJECT is any executable of src that is shipped; docker-compose.yml builds them all.

FROM mcr.microsoft.com/dotnet/sdk:10.0-noble AS build
WORKDIR /source

# Compiled ahead for the platform it is built on, so that a new pod is at work sooner. As variables, restore and publish agree on it.
ENV PublishReadyToRun=true UseCurrentRuntimeIdentifier=true

# The packages of the whole fleet, in a layer that every image shares and that lasts until a project file changes.
# COPY flattens folders; each project is named after its own, and COPY names its wing.
COPY Directory.Build.props Directory.Packages.props global.json ./
COPY src/core/Directory.Build.props src/core/*/*.csproj src/core/
COPY src/fleet/*/*.csproj src/fleet/
COPY src/ops/*/*.csproj src/ops/
COPY src/local/*/*.csproj src/local/
RUN for project in src/*/*.csproj; do \
      folder="${project%.csproj}"; mkdir "$folder" && mv "$project" "$folder/" || exit 1; \
    done \
 && dotnet restore src/local/Workers.Local && dotnet restore src/ops/Workers.Cli

# The start has one name in every image, because an entry point without a shell cannot be put together from an argument.
COPY . .
ARG PROJECT
RUN dotnet publish src/*/"$PROJECT" --configuration Release --no-restore --output /app \
      -p:ContinuousIntegrationBuild=true -p:PublishDocumentationFiles=false \
 && ln -s "$PROJECT" /app/run

# No shell and no package manager. What is in /app belongs to root, who is not the one that runs it.
FROM mcr.microsoft.com/dotnet/aspnet:10.0-noble-chiseled
WORKDIR /app
COPY --from=build /app .
USER $APP_UID
EXPOSE 8080
ENTRYPOINT ["/app/run"]
