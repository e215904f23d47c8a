using System.Diagnostics.Metrics;
using Workers.Partners;
using Workers.Shipping.Stores;

namespace Workers.Shipping;

/// <summary>The shipping worker's instruments, on the meter <c>Workers.Shipping</c>.</summary>
internal sealed class ShippingMetrics : IPartnerMetrics
{
    public const string Shipments = "workers.shipping.shipments";
    public const string Outages = "workers.shipping.outages";
    public const string Outcome = "outcome";

    private readonly Counter<long> _shipments;
    private readonly Counter<long> _outages;

    public ShippingMetrics(IMeterFactory meters)
    {
        var meter = meters.Create("Workers.Shipping");
        _shipments = meter.CreateCounter<long>(
            Shipments, "{shipment}", "Shipments that came to an end: created, refused, void as their time was over, or rejected as asked.");
        _outages = meter.CreateCounter<long>(Outages, "{call}", "Calls that the carrier did not answer; their messages wait.");
    }

    /// <summary>A shipment's row got a state.</summary>
    public void Became(ShipmentState state)
    {
        if (OutcomeOf(state) is { } outcome)
        {
            _shipments.Add(1, Of(outcome));
        }
    }

    /// <summary>The carrier can never be asked so; the message was dead-lettered.</summary>
    public void Refused(string part) => _shipments.Add(1, Of("rejected"));

    /// <summary>The carrier did not answer.</summary>
    public void Waits() => _outages.Add(1);

    private static string? OutcomeOf(ShipmentState state) => state switch
    {
        ShipmentState.Created => "created",
        ShipmentState.Refused => "refused",
        ShipmentState.Void => "void",
        _ => null,
    };

    private static KeyValuePair<string, object?> Of(string outcome) => new(Outcome, outcome);
}
