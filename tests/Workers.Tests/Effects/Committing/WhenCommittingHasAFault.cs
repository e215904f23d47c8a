using Microsoft.Extensions.Logging;
using Workers.Effects.Decisions;
using Workers.Engine.Handling;
using Workers.Events.Publishing;
using Workers.Tests.Effects.Fakes;
using Workers.Tests.Effects.Grouping;

namespace Workers.Tests.Effects.Committing;

/// <summary>The publisher names an event that is none, which no code of ours expects: the loop that commits ends.</summary>
[Collection("The exit code is the process's, so specs of it take turns")]
public sealed class WhenCommittingHasAFault : IAsyncDisposable
{
    private readonly GroupBench _bench = new();
    private readonly Deciding _silent = new(Decision.Nothing);
    private readonly Deciding _saying = new(Decision.Nothing.Emit(new Emission(new SoldOut("mug"), "mug")));

    public WhenCommittingHasAFault()
    {
        Environment.ExitCode = 0;
        _bench.Publisher.Failure = new PublishFailedException("Impossible.", [null!]);
    }

    public ValueTask DisposeAsync()
    {
        Environment.ExitCode = 0;
        return _bench.DisposeAsync();
    }

    [Fact]
    public async Task What_is_in_hand_waits_in_its_queue()
    {
        var gate = new TaskCompletionSource();
        _bench.Publisher.Gate = gate.Task;
        var publishing = _bench.Deliver(_saying, "event-1");
        _bench.Gather();
        var committed = _bench.Deliver(_saying, "event-2");
        _bench.Gather();
        var gathering = _bench.Deliver(_silent, "event-3");
        var duplicate = _bench.Deliver(_silent, "event-3");

        _bench.Do(gate.SetResult);
        _bench.Gather();

        Assert.All(
            await Task.WhenAll(publishing, committed, gathering, duplicate), outcome => Assert.Equal(Outcome.Retry(), outcome));
    }

    [Fact]
    public async Task What_still_comes_waits_too()
    {
        _ = _bench.Deliver(_saying, "event-1");
        _bench.Gather();

        var late = _bench.Deliver(_silent, "event-2");

        Assert.Equal(Outcome.Retry(), await late);
        Assert.Single(_bench.Store.Commits);
    }

    [Fact]
    public void The_process_ends_and_says_that_it_failed()
    {
        _ = _bench.Deliver(_saying, "event-1");
        _bench.Gather();

        Assert.True(_bench.HostStops.IsCancellationRequested);
        Assert.Equal(1, Environment.ExitCode);
        Assert.Contains(_bench.Log.Entries, entry => entry.Level == LogLevel.Critical);
    }
}
