using System.Diagnostics.Metrics;
using Workers.Contracts;

namespace Workers.Torture.Fleet;

/// <summary>Writes a word for each notification whose lease is lost: its effect may have happened and go unrecorded, as if by a kill.</summary>
internal sealed class LostLeases : IDisposable
{
    public const string Word = "lost";

    private const string Instrument = "workers.leases.lost";

    private readonly MeterListener _listener = new();

    public LostLeases(TextWriter output)
    {
        _listener.InstrumentPublished = (instrument, listener) =>
        {
            if (instrument.Name == Instrument)
            {
                listener.EnableMeasurementEvents(instrument);
            }
        };
        _listener.SetMeasurementEventCallback<long>((_, _, tags, _) =>
        {
            foreach (var tag in tags)
            {
                if (tag.Value is Topology.NotificationQueue)
                {
                    output.WriteLine(Word);
                }
            }
        });
        _listener.Start();
    }

    public void Dispose() => _listener.Dispose();
}
