using Workers.Operations.Forecasts;

namespace Workers.Tests.Operations;

public sealed class WhenAQueueIsForecast
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(5);

    [Fact]
    public void One_that_shrinks_is_empty_when_its_messages_are_gone_at_that_rate()
    {
        var forecast = Of(waiting: 600, growth: -10, gone: 30, instances: 2);

        Assert.Equal((20, 60, null), (forecast.ArrivingPerSecond, forecast.EmptyInSeconds, forecast.LateInSeconds));
    }

    [Fact]
    public void One_that_grows_is_never_empty_and_late_once_what_waits_takes_longer_than_the_limit()
    {
        var forecast = Of(waiting: 600, growth: 10, gone: 10, instances: 1);

        Assert.Equal((null, 240), (forecast.EmptyInSeconds, forecast.LateInSeconds));   // (5 min × 10/s - 600) / 10/s
    }

    [Fact]
    public void One_that_waits_longer_than_the_limit_is_late_now() =>
        Assert.Equal(0, Of(waiting: 6000, growth: -1, gone: 10, instances: 1).LateInSeconds);

    [Fact]
    public void One_from_which_nothing_leaves_is_late_after_the_limit() =>
        Assert.Equal((null, 300), (Of(10, 1, 0, 0).EmptyInSeconds, Of(10, 1, 0, 0).LateInSeconds));

    [Fact]
    public void An_idle_one_is_empty_and_one_instance_does()
    {
        var forecast = Of(waiting: 0, growth: 0, gone: 0, instances: 2);

        Assert.Equal((0, null, 1, 1), (forecast.EmptyInSeconds, forecast.LateInSeconds, forecast.InstancesToKeepUp, forecast.InstancesToCatchUp));
    }

    [Fact]
    public void A_deep_one_shows_what_an_instance_can_do()
    {
        var forecast = Of(waiting: 3000, growth: 10, gone: 20, instances: 2);

        Assert.True(forecast.IsMeasured);
        Assert.Equal((10, 3, 4), (forecast.PerInstance, forecast.InstancesToKeepUp, forecast.InstancesToCatchUp));
    }

    [Fact]
    public void Of_a_shallow_one_the_topologys_assumption_stands_in()
    {
        var forecast = Of(waiting: 3, growth: 0, gone: 120, instances: 2);

        Assert.False(forecast.IsMeasured);
        Assert.Equal((50, 3), (forecast.PerInstance, forecast.InstancesToKeepUp));
    }

    private static QueueForecast Of(int waiting, double growth, double gone, int instances) =>
        QueueForecast.Of(new("orders-queue", waiting, growth, gone, instances, IsPaused: false), assumedPerInstance: 50, Limit);
}
