using Workers.Console.Watching;

namespace Workers.Tests.Console;

public sealed class WhenAHandlerFails
{
    [Fact]
    public void It_has_failed_since_the_first_look_that_counted_a_failure()
    {
        var trend = HandlerTrend.Of([Looks.Of(0), Looks.Of(1), Looks.Of(2, failed: 1), Looks.Of(3, failed: 4)])[Looks.Handler];

        Assert.Equal(new Since(Looks.At(2), IsAtLeast: false), trend.FailingSince);
        Assert.Equal(4 / 30.0, trend.FailedPerSecond, precision: 5);
    }

    [Fact]
    public void A_look_between_two_retries_does_not_end_it()
    {
        var trend = HandlerTrend.Of([Looks.Of(0), Looks.Of(1, failed: 1), Looks.Of(2, failed: 1), Looks.Of(3, failed: 2)])[Looks.Handler];

        Assert.Equal(Looks.At(1), trend.FailingSince?.At);
    }

    [Fact]
    public void It_is_over_when_nothing_failed_for_two_minutes() =>
        Assert.Null(HandlerTrend.Of([Looks.Of(0), Looks.Of(1, failed: 1), Looks.Of(20, failed: 1, handled: 9)])[Looks.Handler].FailingSince);

    [Fact]
    public void What_had_failed_before_the_watch_began_may_have_begun_earlier()
    {
        var trend = HandlerTrend.Of([Looks.Of(0, failed: 7), Looks.Of(1, failed: 8)])[Looks.Handler];

        Assert.Equal(new Since(Looks.At(1), IsAtLeast: true), trend.FailingSince);
    }

    [Fact]
    public void A_new_instance_counts_from_its_own_start_and_takes_nothing_away()
    {
        var trend = HandlerTrend.Of([Looks.Of(0, handled: 100), Looks.Of(1, handled: 5, instance: "payments/2")])[Looks.Handler];

        Assert.Equal(0.5, trend.HandledPerSecond);
    }
}
