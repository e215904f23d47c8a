using LocalAws.EventBridge.Buses;
using LocalAws.EventBridge.Deliveries;

namespace LocalAws.EventBridge.ApiDestinations;

/// <summary>
/// Delivers to API destinations whose endpoints are on this machine, within their rates. What would go elsewhere, or has no
/// credentials, is logged.
/// </summary>
/// <param name="regions">The destinations and their connections.</param>
/// <param name="waiting">Where deliveries wait for their turn.</param>
/// <param name="log">What is not delivered.</param>
/// <param name="settle">Told what came of each delivery.</param>
/// <param name="time">The clock.</param>
internal sealed class ApiDestinationTarget(
    Regions regions, WaitingDeliveries waiting, DeliveryLog log, Action<Delivery, DeliveryResult> settle, TimeProvider time)
    : IAsyncDisposable
{
    private readonly RateLimits _rates = new();
    private readonly ApiDestinationCalls _calls = new(settle, time);

    public void Deliver(Delivery delivery, EventBridgeArn arn, string input)
    {
        var (region, name) = (regions[arn.Region], arn.Path.Split('/')[0]);
        if (region.ApiDestinations.Find(name) is not { } destination || destination.Arn != delivery.Target.Arn)
        {
            settle(delivery, new DeliveryResult("NO_RESOURCE", $"API destination {name} does not exist.", IsRetryable: false));
            return;
        }

        if (region.ConnectionOf(destination) is not { State: Connection.Authorized } connection || !ApiRequest.IsLocal(destination))
        {
            log.Add(delivery, input);
            settle(delivery, DeliveryResult.Delivered);
            return;
        }

        var now = time.GetUtcNow();
        if (!delivery.HasSlot && _rates.Reserve(destination, now) is var slot && slot > now)
        {
            waiting.Add(delivery with { HasSlot = true }, slot);
        }
        else if (!_calls.TryAdd(new ApiCall(delivery, ApiRequest.Make(destination, connection, delivery, input))))
        {
            settle(delivery, new DeliveryResult("THROTTLING", "Too many calls of API destinations are under way.", IsRetryable: true));
        }
    }

    /// <summary>Drops what is under way.</summary>
    public void Clear()
    {
        _rates.Clear();
        _calls.Clear();
    }

    public ValueTask DisposeAsync() => _calls.DisposeAsync();
}
