using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Workers.AppHost;

/// <summary>The parts of the fleet, each a process of its own.</summary>
internal static class FleetResources
{
    /// <summary>Short, so that a fleet at one's desk stops quickly: a drain lasts as long as the polls it finds open.</summary>
    private const string WaitTime = "00:00:02";

    /// <summary>Adds the embedded AWS, on port 4566 unless <c>AwsPort</c> says otherwise; the AWS command line reaches it there.</summary>
    public static IResourceBuilder<ProjectResource> AddLocalAws(this IDistributedApplicationBuilder builder)
    {
        var port = builder.Configuration.GetValue("AwsPort", 4566);
        return builder.AddProject<Projects.LocalAws>("aws", WithoutLaunchProfile)
            .WithArgs("--port", $"{port}")
            .WithHttpEndpoint(port, isProxied: false)   // queues' URLs name the port that it listens on
            .WithHttpHealthCheck("/_local/health");
    }

    /// <summary>Adds the command line's <c>apply</c>, which makes what the topology says and ends.</summary>
    public static IResourceBuilder<ProjectResource> AddProvisioning(
        this IDistributedApplicationBuilder builder, IResourceBuilder<ProjectResource> aws) =>
        builder.AddProject<Projects.Workers_Cli>("provision", WithoutLaunchProfile).WithArgs("apply").WithAws(aws).WaitFor(aws);

    /// <summary>Adds a deployable, which starts when everything is provisioned.</summary>
    /// <param name="builder">The fleet.</param>
    /// <param name="name">The deployable's name in code, for example <c>Inventory</c>.</param>
    /// <param name="aws">The embedded AWS.</param>
    /// <param name="provision">What provisions it.</param>
    /// <param name="port">Where it is reached; null for any free port.</param>
    /// <param name="alsoConsumes">The names of its consumers beside the one that is called as it is.</param>
    public static IResourceBuilder<ProjectResource> AddHost<TProject>(
        this IDistributedApplicationBuilder builder,
        string name,
        IResourceBuilder<ProjectResource> aws,
        IResourceBuilder<ProjectResource> provision,
        int? port = null,
        params string[] alsoConsumes)
        where TProject : IProjectMetadata, new() =>
        builder.AddProject<TProject>(name.ToLowerInvariant(), WithoutLaunchProfile)
            .WithHttpEndpoint(port)
            .WithHttpHealthCheck("/health/ready")
            .WithEnvironment("DOTNET_ENVIRONMENT", "Development")
            .WithEnvironment(context =>
            {
                // Those two consume nothing, and would refuse the setting.
                var consumers = name is "Producer" or "Console" ? [] : alsoConsumes.Append(name);
                foreach (var consumer in consumers)
                {
                    context.EnvironmentVariables[$"Workers__{consumer}__WaitTime"] = WaitTime;
                }
            })
            .WithAws(aws)
            .WaitForCompletion(provision);

    /// <summary>Lets the hosts drain before the embedded AWS ends, for as long as a drain may take.</summary>
    public static void DrainFirst(this IDistributedApplicationBuilder builder)
    {
        builder.Services.Configure<HostOptions>(options => options.ShutdownTimeout = TimeSpan.FromSeconds(60));
        builder.Services.AddHostedService<Draining>();
    }

    private static IResourceBuilder<ProjectResource> WithAws(
        this IResourceBuilder<ProjectResource> resource, IResourceBuilder<ProjectResource> aws) => resource
            .WithEnvironment("AWS__ServiceUrl", aws.GetEndpoint("http"))
            .WithEnvironment("AWS__Region", "us-east-1")
            .WithEnvironment("AWS_ACCESS_KEY_ID", "local")
            .WithEnvironment("AWS_SECRET_ACCESS_KEY", "local");

    private static void WithoutLaunchProfile(ProjectResourceOptions options) => options.ExcludeLaunchProfile = true;
}
