using Amazon.Runtime;
using Workers.Producer;

namespace Workers.Torture.Aws;

/// <summary>The producer's API, as its executable has it.</summary>
internal sealed class ProducerHost : IAsyncDisposable
{
    private readonly WebApplication _app;

    private ProducerHost(WebApplication app) => _app = app;

    public Uri Address => new(_app.Urls.First());

    public static async Task<ProducerHost> StartAsync(Uri aws, CancellationToken cancellationToken)
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions
        {
            ApplicationName = "Workers.Producer",
            ContentRootPath = AppContext.BaseDirectory,
        });
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["urls"] = "http://127.0.0.1:0",
            ["AWS:ServiceUrl"] = aws.ToString(),
            ["AWS:Region"] = "us-east-1",
            ["Serilog:MinimumLevel:Default"] = "Fatal",
            ["Serilog:MinimumLevel:Override:Microsoft.Hosting.Lifetime"] = "Fatal",
        });
        builder.Services.AddSingleton<AWSCredentials>(new BasicAWSCredentials("local", "local"));
        var producer = new ProducerHost(builder.AddProducer().Build().MapProducer());
        await producer._app.StartAsync(cancellationToken);
        return producer;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();
}
