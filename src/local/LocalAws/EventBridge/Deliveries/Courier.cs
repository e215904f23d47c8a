using System.Globalization;
using LocalAws.EventBridge.ApiDestinations;
using LocalAws.EventBridge.Buses;
using LocalAws.EventBridge.Inputs;

namespace LocalAws.EventBridge.Deliveries;

/// <summary>
/// Tries a delivery, and settles what becomes of it when that fails: another try later, the dead-letter queue, or nothing.
/// </summary>
internal sealed class Courier : IAsyncDisposable
{
    // "EventBridge can't route events received from a sender event bus to a third event bus."
    private const int MaxHops = 1;

    private readonly IEventTarget _targets;
    private readonly EventRouter _router;
    private readonly DeliveriesUnderWay _underWay;
    private readonly WaitingDeliveries _waiting;
    private readonly DeliveryLog _log;
    private readonly TimeProvider _time;
    private readonly ApiDestinationTarget _apiDestinations;

    public Courier(
        IEventTarget targets,
        EventRouter router,
        Regions regions,
        DeliveriesUnderWay underWay,
        WaitingDeliveries waiting,
        DeliveryLog log,
        TimeProvider time)
    {
        (_targets, _router, _underWay, _waiting, _log, _time) = (targets, router, underWay, waiting, log, time);
        _apiDestinations = new ApiDestinationTarget(regions, waiting, log, Settle, time);
    }

    public void Deliver(Delivery delivery)
    {
        lock (_underWay.Gate)
        {
            // What another bus sends on begins here.
            Try(delivery.Number == 0 ? _underWay.Add(delivery) : delivery);
        }
    }

    /// <summary>Drops what is on its way to API destinations.</summary>
    public void Clear() => _apiDestinations.Clear();

    public ValueTask DisposeAsync() => _apiDestinations.DisposeAsync();

    private void Try(Delivery delivery)
    {
        if (delivery.Target.Bus is { } bus)
        {
            Settle(delivery, Forward(delivery, bus));
            return;
        }

        try
        {
            var input = delivery.Target.Input.Render(delivery.Event, delivery.Rule);
            if (delivery.Target.ApiDestination is { } arn)
            {
                _apiDestinations.Deliver(delivery, arn, input);
            }
            else
            {
                Settle(delivery, Send(delivery, input));
            }
        }
        catch (InputException exception)
        {
            Settle(delivery, new DeliveryResult("INVALID_JSON", exception.Message, IsRetryable: false));
        }
    }

    private DeliveryResult Forward(Delivery delivery, BusAddress bus)
    {
        if (delivery.Hops == MaxHops)
        {
            return new DeliveryResult(
                "THIRD_ACCOUNT_HOP_DETECTED", "An event that came from another event bus goes no further.", IsRetryable: false);
        }

        var isAbroad = EventBridgeArn.TryParse(delivery.Rule.Arn)!.Region != bus.Region;
        List<Delivery> onward = [];
        if (!_router.Route(isAbroad ? delivery.Event.WithNewId() : delivery.Event, bus, delivery.Hops + 1, onward))
        {
            return new DeliveryResult("NO_RESOURCE", $"Event bus {bus.Name} does not exist.", IsRetryable: false);
        }

        onward.ForEach(Deliver);
        return DeliveryResult.Delivered;
    }

    private DeliveryResult Send(Delivery delivery, string input)
    {
        if (!_targets.Accepts(delivery.Target.Arn))
        {
            _log.Add(delivery, input);
            return DeliveryResult.Delivered;
        }

        return _targets.Deliver(
            delivery.Target.Arn,
            input,
            ruleArn: delivery.Rule.Arn,
            traceHeader: delivery.Event.TraceHeader,
            messageGroupId: delivery.Target.Definition.SqsParameters?.MessageGroupId);
    }

    private void Settle(Delivery delivery, DeliveryResult result)
    {
        lock (_underWay.Gate)
        {
            if (!TriesAgain(delivery, result))
            {
                _underWay.Settle(delivery);
            }
        }
    }

    /// <summary>Whether it waits for another try; if not, it is where it belongs, be that the dead-letter queue.</summary>
    private bool TriesAgain(Delivery delivery, DeliveryResult result)
    {
        if (result.ErrorCode is null)
        {
            return false;
        }

        if (!result.IsRetryable)
        {
            DeadLetter(delivery, result, exhausted: null);
            return false;
        }

        var backoff = Backoff.After(delivery.Retries);
        var due = _time.GetUtcNow() + (result.RetryAfter > backoff ? result.RetryAfter.Value : backoff);
        if (delivery.Retries >= delivery.Target.MaxRetries)
        {
            DeadLetter(delivery, result, "MaximumRetryAttempts");
            return false;
        }

        if (due > delivery.Deadline)
        {
            DeadLetter(delivery, result, "MaximumEventAgeInSeconds");
            return false;
        }

        _waiting.Add(delivery with { Retries = delivery.Retries + 1, HasSlot = false }, due);
        return true;
    }

    // As on AWS, an event that its dead-letter queue does not take either is gone.
    private void DeadLetter(Delivery delivery, DeliveryResult result, string? exhausted)
    {
        if (delivery.Target.DeadLetterArn is not { } queue)
        {
            return;
        }

        var attributes = new Dictionary<string, string>
        {
            ["RULE_ARN"] = delivery.Rule.Arn,
            ["TARGET_ARN"] = delivery.Target.Arn,
            ["ERROR_CODE"] = result.ErrorCode!,
            ["ERROR_MESSAGE"] = result.ErrorMessage!,
            ["RETRY_ATTEMPTS"] = delivery.Retries.ToString(CultureInfo.InvariantCulture),
        };
        if (exhausted is not null)
        {
            attributes["EXHAUSTED_RETRY_CONDITION"] = exhausted;
        }

        _targets.Deliver(queue, delivery.Event.Text, attributes, delivery.Rule.Arn);
    }
}
