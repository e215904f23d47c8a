using System.Collections.Concurrent;
using Amazon.Runtime;
using Amazon.SQS;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Workers.Defaults.Aws;
using Workers.Events;

namespace Workers.Tests.Defaults;

public sealed class WhenPollsAreOpen : IAsyncLifetime
{
    private readonly ConcurrentQueue<string> _connections = new();
    private readonly WebApplication _aws;

    public WhenPollsAreOpen()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        _aws = builder.Build();
        _aws.Run(context =>
        {
            _connections.Enqueue(context.Connection.Id);
            return context.Response.WriteAsync("{}");
        });
    }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => await _aws.StartAsync(Cancellation);

    public ValueTask DisposeAsync() => _aws.DisposeAsync();

    [Fact]
    public async Task They_take_no_connection_of_other_calls()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Configuration["AWS:ServiceUrl"] = _aws.Urls.Single();
        builder.Configuration["AWS:Region"] = "eu-west-1";
        builder.Services.AddSingleton<AWSCredentials>(new BasicAWSCredentials("local", "local"));
        builder.Services.AddAwsClients();
        await using var app = builder.Build();
        var sqs = app.Services.GetRequiredService<IAmazonSQS>();
        var polls = app.Services.GetRequiredKeyedService<IAmazonSQS>(PollingClient.Key);

        await sqs.GetQueueUrlAsync("orders", Cancellation);
        await polls.GetQueueUrlAsync("orders", Cancellation);
        await sqs.GetQueueUrlAsync("orders", Cancellation);
        await polls.GetQueueUrlAsync("orders", Cancellation);

        string[] connections = [.. _connections];
        Assert.Equal(connections[0], connections[2]);
        Assert.Equal(connections[1], connections[3]);
        Assert.NotEqual(connections[0], connections[1]);
    }
}
