using System.Diagnostics.Metrics;
using Workers.Contracts;

namespace Workers.Torture.Fleet;

/// <summary>Writes a word for each leased effect whose lease or claim is lost: it may have happened and go unrecorded, as if by a kill.</summary>
internal sealed class LostLeases : IDisposable
{
    public const string Word = "lost";

    private const string Leases = "workers.leases.lost";
    private const string Claims = "workers.effects.claims.lost";

    private readonly MeterListener _listener = new();

    public LostLeases(TextWriter output)
    {
        _listener.InstrumentPublished = (instrument, listener) =>
        {
            if (instrument.Name is Leases or Claims)
            {
                listener.EnableMeasurementEvents(instrument);
            }
        };
        _listener.SetMeasurementEventCallback<long>((instrument, _, tags, _) =>
        {
            if (instrument.Name == Claims)
            {
                output.WriteLine(Word);   // a notification, a charge or a shipment: nobody says which
            }

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
