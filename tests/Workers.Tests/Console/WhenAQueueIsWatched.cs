using Workers.Console.Watching;
using Workers.Contracts;

namespace Workers.Tests.Console;

public sealed class WhenAQueueIsWatched
{
    [Fact]
    public void No_message_in_it_is_older_than_the_last_look_that_found_it_empty()
    {
        var trend = Of(Looks.Of(0, waiting: 5), Looks.Of(1), Looks.Of(2, waiting: 3), Looks.Of(3, waiting: 9));

        Assert.Equal(new Since(Looks.At(2), IsAtLeast: false), trend.WaitingSince);
    }

    [Fact]
    public void What_waited_from_the_first_look_on_may_be_older() =>
        Assert.True(Of(Looks.Of(0, waiting: 5), Looks.Of(1, waiting: 5)).WaitingSince?.IsAtLeast);

    [Fact]
    public void What_comes_in_is_what_leaves_and_what_it_grows_by()
    {
        var trend = Of(Looks.Of(0, waiting: 0, goneBy: 2), Looks.Of(1, waiting: 30, goneBy: 2));

        Assert.Equal((5.0, 2.0, 3.0), (trend.InPerSecond, trend.OutPerSecond, trend.GrowsBy));
        Assert.Null(trend.Forecast.EmptyInSeconds);
    }

    [Fact]
    public void It_is_empty_when_what_waits_has_left_at_todays_rate() =>
        Assert.Equal(20, Of(Looks.Of(0, waiting: 60, goneBy: 2), Looks.Of(1, waiting: 40, goneBy: 2)).Forecast.EmptyInSeconds);

    private static QueueTrend Of(params IReadOnlyList<Observation> seen) =>
        QueueTrend.Of(Topology.PaymentsQueue, Topology.PaymentsDlq, seen);
}
