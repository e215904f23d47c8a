using Microsoft.Extensions.Options;
using Workers.Effects;
using Workers.Effects.Transactions;
using Workers.Events;

namespace Workers.Tests.Effects.Transactions;

public sealed class WhenAttemptsPause
{
    private readonly FakeTime _time = new();

    [Theory]
    [InlineData(1, 100)]
    [InlineData(2, 200)]
    [InlineData(3, 400)]
    [InlineData(5, 1000)]
    public async Task A_pause_is_a_random_part_of_a_length_that_doubles_up_to_a_second(int attempt, int longest)
    {
        var half = new HalfRandom();
        var pauses = PausesOf(half);

        var pause = pauses.TryPauseAsync(attempt, TestContext.Current.CancellationToken);
        _time.Advance(TimeSpan.FromMilliseconds(longest / 2 - 1));
        Assert.False(pause.IsCompleted);
        _time.Advance(TimeSpan.FromMilliseconds(1));

        Assert.True(await pause);
    }

    [Fact]
    public async Task The_last_attempt_is_followed_by_none() =>
        Assert.False(await PausesOf(new HalfRandom()).TryPauseAsync(6, TestContext.Current.CancellationToken));

    private RetryPauses PausesOf(Random random) =>
        new(new Jitter(random), _time, Options.Create(new EffectsOptions { MaxCommits = 6, CommitRetryDelay = TimeSpan.FromMilliseconds(100) }));

    private sealed class HalfRandom : Random
    {
        public override double NextDouble() => 0.5;
    }
}
