using System.Diagnostics.Metrics;

namespace Workers.Benchmarks.Consumers;

/// <summary>Waits until so many messages are settled, by the engine's own counter.</summary>
internal sealed class SettledMessages : IDisposable
{
    private readonly MeterListener _listener = new();
    private readonly TaskCompletionSource _all = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _left;

    public SettledMessages(int messages)
    {
        _left = messages;
        _listener.InstrumentPublished = (instrument, listener) =>
        {
            if (instrument.Name == "workers.messages.settled")
            {
                listener.EnableMeasurementEvents(instrument);
            }
        };
        _listener.SetMeasurementEventCallback<long>((_, _, _, _) =>
        {
            if (Interlocked.Decrement(ref _left) == 0)
            {
                _all.TrySetResult();
            }
        });
        _listener.Start();
    }

    public Task AllAsync(CancellationToken cancellationToken) => _all.Task.WaitAsync(cancellationToken);

    public void Dispose() => _listener.Dispose();
}
