using System.CommandLine;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Workers.Defaults;
using Workers.Defaults.Aws;

namespace Workers.Cli;

/// <summary>Which AWS and which fleet in it: the same settings that the workers read, which these options override.</summary>
internal sealed class EndpointOptions
{
    public Option<string?> Prefix { get; } = new("--prefix")
    {
        Description = "Put before every name; else Workers__Prefix, else none.",
        Recursive = true,
    };

    public Option<string?> EndpointUrl { get; } = new("--endpoint-url")
    {
        Description = "One endpoint for every service; else AWS__ServiceUrl, else what the AWS SDK finds.",
        Recursive = true,
    };

    public Option<string?> Region { get; } = new("--region")
    {
        Description = "The AWS region; else AWS__Region, else what the AWS SDK finds.",
        Recursive = true,
    };

    /// <summary>The AWS clients and the prefix that a command line asks for.</summary>
    public ServiceProvider Connect(ParseResult arguments)
    {
        var given = new Dictionary<string, string?>
        {
            ["Workers:Prefix"] = arguments.GetValue(Prefix),
            ["AWS:ServiceUrl"] = arguments.GetValue(EndpointUrl),
            ["AWS:Region"] = arguments.GetValue(Region),
        };
        var configuration = new ConfigurationBuilder()
            .AddEnvironmentVariables()
            .AddInMemoryCollection(given.Where(setting => setting.Value is not null))
            .Build();
        return new ServiceCollection()
            .AddSingleton<IConfiguration>(configuration)
            .AddSingleton(TimeProvider.System)
            .AddAwsClients()
            .AddResourceNaming()
            .BuildServiceProvider();
    }
}
