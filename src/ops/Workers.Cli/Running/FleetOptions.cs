using System.CommandLine;
using System.CommandLine.Parsing;
using System.Text.RegularExpressions;
using Amazon.Runtime;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Workers.Contracts;
using Workers.Defaults;
using Workers.Defaults.Aws;
using Workers.Events.Publishing;

namespace Workers.Cli.Running;

/// <summary>
/// What every command takes: which AWS and which fleet in it, by the same settings that the workers read, and in which form it
/// answers.
/// </summary>
internal sealed partial class FleetOptions
{
    // The SDK for .NET does not read this one; the AWS CLI does, and whoever comes from there has set it.
    private const string CliRegion = "AWS_DEFAULT_REGION";

    // Where Workers.Local and compose listen unless they are told otherwise. The embedded AWS takes any credentials.
    private const string LocalEndpoint = "http://127.0.0.1:4566";
    private const string LocalRegion = "us-east-1";

    public Option<string?> Prefix { get; } = new("--prefix")
    {
        Description = "Put before every name; else Workers__Prefix, else none.",
        Recursive = true,
    };

    public Option<string?> EndpointUrl { get; } = new("--endpoint-url", "--endpoint")
    {
        Description = "One endpoint for every service; else AWS__ServiceUrl, else what the AWS SDK finds.",
        Recursive = true,
    };

    public Option<string?> Region { get; } = new("--region")
    {
        Description = "The AWS region; else AWS__Region, AWS_REGION, AWS_DEFAULT_REGION, else what the AWS SDK finds.",
        Recursive = true,
        Validators = { RefuseWhatIsNoRegion },
    };

    public Option<bool> Local { get; } = new("--local")
    {
        Description = $"The fleet that runs on this machine: {LocalEndpoint}, {LocalRegion}, credentials that the embedded AWS takes.",
        Recursive = true,
    };

    public Option<bool> Json { get; } = new("--json")
    {
        Description = "Answers in JSON on standard output, and never asks; everything else goes to standard error.",
        Recursive = true,
    };

    /// <summary>The AWS clients, the prefix and the publisher that a command line asks for.</summary>
    /// <exception cref="CommandFailedException">It asks for two places at once, or for none that there can be.</exception>
    public ServiceProvider Connect(ParseResult arguments)
    {
        var isLocal = arguments.GetValue(Local);
        if (isLocal && arguments.GetResult(EndpointUrl) is { Implicit: false })
        {
            throw new CommandFailedException("--local is an endpoint of its own: leave out it or --endpoint-url.", ExitCode.Usage);
        }

        var given = new Dictionary<string, string?>
        {
            ["Workers:Prefix"] = arguments.GetValue(Prefix),
            ["AWS:ServiceUrl"] = isLocal ? LocalEndpoint : arguments.GetValue(EndpointUrl),
            ["AWS:Region"] = arguments.GetValue(Region) ?? (isLocal ? LocalRegion : null),
        };
        var environment = new ConfigurationBuilder().AddEnvironmentVariables().Build();
        if (string.IsNullOrEmpty(environment["AWS:Region"]) && string.IsNullOrEmpty(environment["AWS_REGION"]))
        {
            given["AWS:Region"] ??= environment[CliRegion];
        }

        var configuration = new ConfigurationBuilder()
            .AddConfiguration(environment)
            .AddInMemoryCollection(given.Where(setting => !string.IsNullOrEmpty(setting.Value)))
            .Build();
        var services = new ServiceCollection();
        if (isLocal)
        {
            services.AddSingleton<AWSCredentials>(new BasicAWSCredentials("local", "local"));
        }

        return services
            .AddSingleton<IConfiguration>(configuration)
            .AddSingleton(TimeProvider.System)
            .AddLogging()
            .AddAwsClients()
            .AddResourceNaming()
            .AddContracts()
            .AddEventPublisher(Topology.Bus)
            .BuildServiceProvider();
    }

    // It becomes a part of host names.
    private static void RefuseWhatIsNoRegion(OptionResult result)
    {
        foreach (var token in result.Tokens.Where(token => !RegionName.IsMatch(token.Value)))
        {
            result.AddError($"--region {Printable.Of(token.Value)} is no AWS region: one is written as eu-central-1.");
        }
    }

    [GeneratedRegex("^[a-z0-9-]{1,40}$", RegexOptions.CultureInvariant)]
    private static partial Regex RegionName { get; }
}
