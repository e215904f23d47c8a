using System.Globalization;
using LocalAws.EventBridge.Buses;
using LocalAws.EventBridge.Inputs;

namespace LocalAws.EventBridge.Deliveries;

/// <summary>
/// Tries a delivery, and settles what becomes of it when that fails: another try later, the dead-letter queue, or nothing.
/// </summary>
internal sealed class Courier(IEventTarget queues, EventRouter router, WaitingDeliveries waiting, TimeProvider time)
{
    // "EventBridge can't route events received from a sender event bus to a third event bus."
    private const int MaxHops = 1;

    public void Deliver(Delivery delivery)
    {
        var result = delivery.Target.Bus is { } bus ? Forward(delivery, bus) : Send(delivery);
        if (result.ErrorCode is not null)
        {
            Fail(delivery, result);
        }
    }

    private DeliveryResult Forward(Delivery delivery, BusAddress bus)
    {
        if (delivery.Hops == MaxHops)
        {
            return new DeliveryResult(
                "THIRD_ACCOUNT_HOP_DETECTED", "An event that came from another event bus goes no further.", IsRetryable: false);
        }

        List<Delivery> onward = [];
        if (!router.Route(delivery.Event, bus, delivery.Hops + 1, onward))
        {
            return new DeliveryResult("NO_RESOURCE", $"Event bus {bus.Name} does not exist.", IsRetryable: false);
        }

        onward.ForEach(Deliver);
        return DeliveryResult.Delivered;
    }

    private DeliveryResult Send(Delivery delivery)
    {
        try
        {
            var body = delivery.Target.Input.Render(delivery.Event, delivery.Rule);
            return queues.Deliver(
                delivery.Target.Arn, body, ruleArn: delivery.Rule.Arn, traceHeader: delivery.Event.TraceHeader);
        }
        catch (InputException exception)
        {
            return new DeliveryResult("INVALID_JSON", exception.Message, IsRetryable: false);
        }
    }

    private void Fail(Delivery delivery, DeliveryResult result)
    {
        if (!result.IsRetryable)
        {
            DeadLetter(delivery, result, exhausted: null);
            return;
        }

        var due = time.GetUtcNow() + Backoff.After(delivery.Retries);
        if (delivery.Retries >= delivery.Target.MaxRetries)
        {
            DeadLetter(delivery, result, "MaximumRetryAttempts");
        }
        else if (due > delivery.Deadline)
        {
            DeadLetter(delivery, result, "MaximumEventAgeInSeconds");
        }
        else
        {
            waiting.Add(delivery with { Retries = delivery.Retries + 1 }, due);
        }
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

        queues.Deliver(queue, delivery.Event.Text, attributes, delivery.Rule.Arn);
    }
}
