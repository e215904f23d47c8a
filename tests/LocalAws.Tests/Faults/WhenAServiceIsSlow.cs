using System.Buffers;
using System.Text.Json;
using LocalAws.Faults;
using LocalAws.Http;
using LocalAws.Sqs;
using Microsoft.Extensions.Time.Testing;

namespace LocalAws.Tests.Faults;

public sealed class WhenAServiceIsSlow
{
    private static readonly TimeSpan Delay = TimeSpan.FromMilliseconds(300);

    private readonly FakeTimeProvider _time = new(Clock.Start);
    private bool _happened;

    [Fact]
    public async Task With_latency_the_operation_begins_late()
    {
        var running = RunAsync(FaultKind.Latency, TestContext.Current.CancellationToken);

        _time.Advance(Delay - TimeSpan.FromTicks(1));
        Assert.False(_happened);

        _time.Advance(TimeSpan.FromTicks(1));
        await running;
        Assert.True(_happened);
    }

    [Fact]
    public async Task With_a_late_answer_it_happens_at_once()
    {
        var running = RunAsync(FaultKind.LateAnswer, TestContext.Current.CancellationToken);

        _time.Advance(Delay - TimeSpan.FromTicks(1));
        Assert.True(_happened);
        Assert.False(running.IsCompleted);

        _time.Advance(TimeSpan.FromTicks(1));
        await running;
    }

    [Theory]
    [InlineData(FaultKind.Latency)]
    [InlineData(FaultKind.LateAnswer)]
    public async Task The_servers_stop_does_not_wait_for_it(FaultKind kind)
    {
        using var stop = new CancellationTokenSource();
        var running = RunAsync(kind, stop.Token);

        await stop.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => running);
    }

    private async Task RunAsync(FaultKind kind, CancellationToken stopping)
    {
        var faults = Given.Fault(new FaultRule("*", kind) { Delay = Delay });
        var route = new OperationRoute(new SqsService(new LocalAwsOptions()), "sqs.ListQueues", (_, _, _) =>
        {
            _happened = true;
            return ValueTask.CompletedTask;
        });
        await using var writer = new Utf8JsonWriter(new ArrayBufferWriter<byte>());
        await new FaultyOperation(_time).RunAsync(route, new AwsRequest("us-east-1", "", default), faults, writer, stopping);
    }
}
