using Workers.Contracts;
using Workers.Contracts.Resources;

namespace Workers.Provisioning.Exporting;

/// <summary>
/// The workers' services of docker-compose.yml. What all hosts share stands there, under the anchors <c>host</c> and <c>environment</c>.
/// </summary>
internal static class ComposeServices
{
    public static string Render() => string.Join("\n", Topology.Workers.Select(Service));

    private static string Service(Deployable worker) =>
        $$"""
          {{worker.Name}}:
            <<: *host
            image: workers/{{worker.Name}}:${WORKERS_TAG:-dev}
            build:
              context: .
              network: ${BUILD_NETWORK:-default}
              args:
                PROJECT: {{worker.Project}}
            environment:
              <<: {{(worker.Consumes!.HasComposeSettings ? $"[*environment, *{worker.Name}]" : "*environment")}}

        """;
}
