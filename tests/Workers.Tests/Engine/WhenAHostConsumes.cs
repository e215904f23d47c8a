using Amazon.SQS;
using Amazon.SQS.Model;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using Workers.Engine;
using Workers.Events;
using Workers.Events.Reading;

namespace Workers.Tests.Engine;

[Collection("The exit code is the process's, so specs of it take turns")]
public sealed class WhenAHostConsumes : IDisposable
{
    private readonly FakeSqs _sqs = new();
    private readonly HostApplicationBuilder _builder = Host.CreateEmptyApplicationBuilder(null);

    public WhenAHostConsumes()
    {
        _builder.Services.AddSingleton<IAmazonSQS>(_sqs);
        _builder.Services.AddSingleton(new EventRegistryBuilder().Build());
        _builder.Services.AddMetrics();
    }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => _sqs.Dispose();

    [Fact]
    public async Task A_queue_that_does_not_exist_ends_the_process_with_exit_code_1()
    {
        _sqs.Answers = _ => new QueueDoesNotExistException("no");
        _builder.AddQueueConsumer("Inventory", "inventory-queue", "Workers:Inventory").Handles<Happened, FakeHandler>();
        using var host = _builder.Build();
        Environment.ExitCode = 0;

        await host.RunAsync(Cancellation);

        Assert.Equal(1, Environment.ExitCode);
        Environment.ExitCode = 0;
    }

    [Fact]
    public async Task It_is_ready_from_the_first_receive_until_it_stops_and_alive_throughout()
    {
        var poll = new TaskCompletionSource<ReceiveMessageResponse>();
        var polled = new TaskCompletionSource();
        _sqs.Answers = Opened(() => polled.TrySetResult() ? poll.Task : new ReceiveMessageResponse());
        _builder.Configuration["Workers:Inventory:DeadLetterQueue"] = "inventory-dlq";
        _builder.AddQueueConsumer("Inventory", "inventory-queue", "Workers:Inventory").Handles<Happened, FakeHandler>();
        using var host = _builder.Build();
        Assert.Equal((HealthStatus.Degraded, HealthStatus.Healthy), await HealthAsync(host));

        await host.StartAsync(Cancellation);
        await polled.Task;
        Assert.Equal((HealthStatus.Healthy, HealthStatus.Healthy), await HealthAsync(host));

        var stopping = host.StopAsync(Cancellation);
        poll.SetResult(new ReceiveMessageResponse());
        await stopping;
        Assert.Equal((HealthStatus.Degraded, HealthStatus.Healthy), await HealthAsync(host));
    }

    [Fact]
    public async Task It_polls_with_the_client_that_is_registered_for_polls()
    {
        using var polls = new FakeSqs();
        var polled = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        polls.Answers = _ => polled.TrySetResult() ? new ReceiveMessageResponse() : new TaskCompletionSource<ReceiveMessageResponse>().Task;
        _sqs.Answers = Opened(() => new ReceiveMessageResponse());
        _builder.Services.AddKeyedSingleton<IAmazonSQS>(PollingClient.Key, polls);
        _builder.Configuration["Workers:Inventory:DeadLetterQueue"] = "inventory-dlq";
        _builder.AddQueueConsumer("Inventory", "inventory-queue", "Workers:Inventory").Handles<Happened, FakeHandler>();
        using var host = _builder.Build();

        await host.StartAsync(Cancellation);
        await polled.Task.WaitAsync(Cancellation);

        Assert.DoesNotContain(_sqs.Requests, request => request is ReceiveMessageRequest);
    }

    [Fact]
    public void Its_options_come_from_the_section_of_its_name()
    {
        _builder.Configuration["Workers:Inventory:MaxInFlight"] = "40";
        _builder.Configuration["Workers:Inventory:WaitTime"] = "00:00:02";
        _builder.Configuration["Workers:Inventory:UnknownEvents"] = "Ignore";
        _builder.AddQueueConsumer("Inventory", "inventory-queue", "Workers:Inventory").Handles<Happened, FakeHandler>();
        using var host = _builder.Build();

        var options = host.Services.GetRequiredService<IOptionsMonitor<QueueConsumerOptions>>().Get("Inventory");

        Assert.Equal(40, options.MaxInFlight);
        Assert.Equal(TimeSpan.FromSeconds(2), options.WaitTime);
        Assert.Equal(UnknownEvents.Ignore, options.UnknownEvents);
    }

    [Fact]
    public async Task It_does_not_start_with_options_that_are_wrong()
    {
        _builder.Configuration["Workers:Inventory:DrainLimit"] = "00:00:10";
        _builder.AddQueueConsumer("Inventory", "inventory-queue", "Workers:Inventory").Handles<Happened, FakeHandler>();
        using var host = _builder.Build();

        var failure = await Assert.ThrowsAsync<OptionsValidationException>(() => host.StartAsync(Cancellation));

        Assert.Contains("strand the messages", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_of_whoever_starts_it_flows_into_its_loops()
    {
        var ofTheStart = new AsyncLocal<string?> { Value = "the start's" };
        var seen = new TaskCompletionSource<string?>(TaskCreationOptions.RunContinuationsAsynchronously);
        _sqs.Answers = Opened(() => seen.TrySetResult(ofTheStart.Value) ? new TaskCompletionSource<ReceiveMessageResponse>().Task : new ReceiveMessageResponse());
        _builder.Configuration["Workers:Inventory:DeadLetterQueue"] = "inventory-dlq";
        _builder.AddQueueConsumer("Inventory", "inventory-queue", "Workers:Inventory").Handles<Happened, FakeHandler>();
        using var host = _builder.Build();

        await host.StartAsync(Cancellation);

        Assert.Null(await seen.Task);
    }

    /// <summary>A queue that is there, and what a receive is answered with.</summary>
    private static Func<AmazonSQSRequest, object> Opened(Func<object> receive) => request => request switch
    {
        GetQueueUrlRequest => new GetQueueUrlResponse { QueueUrl = "url" },
        GetQueueAttributesRequest => new GetQueueAttributesResponse { Attributes = new() { ["VisibilityTimeout"] = "30" } },
        _ => receive(),
    };

    private static async Task<(HealthStatus Ready, HealthStatus Live)> HealthAsync(IHost host)
    {
        var health = host.Services.GetRequiredService<HealthCheckService>();
        var ready = await health.CheckHealthAsync(check => check.Tags.Contains("ready"), Cancellation);
        var live = await health.CheckHealthAsync(check => check.Tags.Contains("live"), Cancellation);
        return (ready.Status, live.Status);
    }
}
