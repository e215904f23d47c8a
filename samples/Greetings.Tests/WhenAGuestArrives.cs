using Workers.Testing;

namespace Greetings.Tests;

public sealed class WhenAGuestArrives : IDisposable
{
    private readonly HandlerTest _test = new(builder => builder.AddGreetings());

    public void Dispose() => _test.Dispose();

    [Fact]
    public void Who_is_awake_is_greeted_at_once()
    {
        _test.Receives(new GuestArrived("Ada", IsAwake: true));
        _test.Advance(TimeSpan.FromSeconds(1));

        Assert.Empty(_test.Messages);
        Assert.Empty(_test.DeadLetters);
    }

    [Fact]
    public void Who_sleeps_is_asked_for_again_after_an_hour()
    {
        _test.Receives(new GuestArrived("Ada", IsAwake: false));
        _test.Advance(TimeSpan.FromSeconds(1));
        Assert.InRange(Assert.Single(_test.Messages).VisibleIn, TimeSpan.FromMinutes(59), TimeSpan.FromMinutes(60));

        _test.Advance(TimeSpan.FromHours(1));

        Assert.Equal(2, Assert.Single(_test.Messages).ReceiveCount);
    }

    [Fact]
    public void A_detail_without_a_name_is_dead_lettered()
    {
        _test.ReceivesBody("""{"source":"hotel.desk","detail-type":"Guest Arrived","time":"2026-01-15T10:00:00Z","detail":{"isAwake":true}}""");
        _test.RunUntilQuiet();

        Assert.Contains("name", Assert.Single(_test.DeadLetters).Reason, StringComparison.Ordinal);
    }
}
