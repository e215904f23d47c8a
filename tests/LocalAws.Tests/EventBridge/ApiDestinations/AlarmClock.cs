using System.Threading.Channels;
using Microsoft.Extensions.Time.Testing;

namespace LocalAws.Tests.EventBridge.ApiDestinations;

/// <summary>A fake clock that tells when somebody has set an alarm, so that a spec moves it on neither too early nor too late.</summary>
internal sealed class AlarmClock() : FakeTimeProvider(Clock.Start)
{
    private readonly Channel<TimeSpan> _alarms = Channel.CreateUnbounded<TimeSpan>();

    /// <summary>Waits until an alarm has been set, and moves the clock on to it.</summary>
    public async Task AdvanceToAlarmAsync(TimeSpan wait)
    {
        while (await _alarms.Reader.ReadAsync(TestContext.Current.CancellationToken) != wait)
        {
        }

        Advance(wait);
    }

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        new Alarm(base.CreateTimer(callback, state, dueTime, period), _alarms.Writer);

    private sealed class Alarm(ITimer timer, ChannelWriter<TimeSpan> alarms) : ITimer
    {
        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            var changed = timer.Change(dueTime, period);
            alarms.TryWrite(dueTime);
            return changed;
        }

        public void Dispose() => timer.Dispose();

        public ValueTask DisposeAsync() => timer.DisposeAsync();
    }
}
