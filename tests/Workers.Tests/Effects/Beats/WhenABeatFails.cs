using Amazon.DynamoDBv2.Model;
using Microsoft.Extensions.Logging;

namespace Workers.Tests.Effects.Beats;

public sealed class WhenABeatFails : IDisposable
{
    private readonly BeatingHost _host = new();

    private int Warnings => _host.Log.Entries.Count(entry => entry.Level == LogLevel.Warning);

    public void Dispose() => _host.Dispose();

    [Fact]
    public void It_warns_once_while_it_lasts_and_once_more_when_it_fails_again()
    {
        Fails();
        _ = _host.Start();
        _host.Advance(60);
        Assert.Equal(1, Warnings);

        _host.Table.Meets = null;
        _host.Advance(10);
        Assert.Equal(1, _host.Log.Entries.Count(entry => entry.Level == LogLevel.Information));

        Fails();
        _host.Advance(30);
        Assert.Equal(2, Warnings);
    }

    [Fact]
    public void The_host_starts_and_obeys_when_it_can_be_asked_again()
    {
        Fails();
        Assert.True(_host.Starting().IsCompletedSuccessfully);
        _ = _host.Start();

        _host.Table.Meets = null;
        _host.Table.Holds("queue/shop-queue", new() { ["isPaused"] = new() { BOOL = true } });
        _host.Advance(10);

        Assert.True(_host.Shop.IsPaused);
    }

    [Fact]
    public void A_pause_that_was_obeyed_stays()
    {
        _host.Table.Holds("queue/shop-queue", new() { ["isPaused"] = new() { BOOL = true } });
        _ = _host.Start();
        Fails();

        _host.Advance(60);

        Assert.True(_host.Shop.IsPaused);
    }

    [Fact]
    public void A_table_that_hangs_holds_up_neither_start_nor_stop_for_longer_than_three_seconds()
    {
        _host.Table.Meets = () => new TaskCompletionSource().Task;
        var starting = _host.Starting();
        _host.Advance(2);
        Assert.False(starting.IsCompleted);
        _host.Advance(1);
        Assert.True(starting.IsCompletedSuccessfully);

        _ = _host.Start();
        var stopping = _host.Stop();
        _host.Advance(3);
        _host.Advance(3);
        Assert.True(stopping.IsCompletedSuccessfully);
    }

    private void Fails() => _host.Table.Meets = () => throw new ResourceNotFoundException("no such table");
}
