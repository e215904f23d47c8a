using LocalAws.EventBridge.Buses;
using LocalAws.EventBridge.Deliveries;
using LocalAws.Faults;
using LocalAws.Http;

namespace LocalAws.EventBridge.Events;

/// <summary>PutEvents: 1 to 10 events, 1 MB in all.</summary>
internal sealed record PutEventsRequest(IReadOnlyList<PutEventsEntry>? Entries);

/// <summary>What became of each entry, in the order of the request.</summary>
internal sealed record PutEventsResponse(int FailedEntryCount, IReadOnlyList<PutEventsResult> Entries);

/// <summary>What became of one entry: an id, or an error.</summary>
internal sealed record PutEventsResult(string? EventId, string? ErrorCode = null, string? ErrorMessage = null)
{
    /// <summary>EventBridge failed, and the caller may try this entry again.</summary>
    public static readonly PutEventsResult Failed = new(null, "InternalFailure", "Unexpected exception occurred.");

    /// <summary>The bus is another account's.</summary>
    public static PutEventsResult Denied(string bus) =>
        new(null, "AccessDeniedException", EventBridgeErrors.AccessDeniedMessage(bus));
}

/// <summary>PutEvents.</summary>
internal sealed class EventOperations(EventFactory events, EventRouter router, DeliveryPump pump)
{
    private const int MaxBytes = 1024 * 1024;

    /// <summary>
    /// Takes events; says of each whether it was taken. Where they go is settled now, by the rules as they are; they get there
    /// later. When too much is under way already, this waits.
    /// </summary>
    public async ValueTask<PutEventsResponse> PutAsync(PutEventsRequest request, AwsRequest aws, CancellationToken cancellationToken)
    {
        new Constraints()
            .Count("entries", request.Entries, 1, 10)
            .Each("entries", request.Entries, static (constraints, member, entry) => entry.Constrain(constraints, member))
            .Check();
        if (request.Entries!.Sum(entry => entry.Size()) > MaxBytes)
        {
            throw EventBridgeErrors.Validation("Total size of the entries in the request is over the limit.");
        }

        List<Delivery> deliveries = [];
        var results = request.Entries!.Select(entry => Accept(entry, aws, deliveries)).ToList();
        foreach (var delivery in deliveries)
        {
            await pump.EnqueueAsync(delivery, cancellationToken);
        }

        return new PutEventsResponse(results.Count(result => result.EventId is null), results);
    }

    /// <summary>Takes an event of AWS itself, onto the default bus.</summary>
    public async ValueTask PutOfServiceAsync(PutEventsEntry entry, string region, CancellationToken cancellationToken)
    {
        List<Delivery> deliveries = [];
        router.Route(events.MakeOfService(entry, region), BusAddress.Of(null, region), hops: 0, deliveries);
        foreach (var delivery in deliveries)
        {
            await pump.EnqueueAsync(delivery, cancellationToken);
        }
    }

    private PutEventsResult Accept(PutEventsEntry entry, AwsRequest aws, List<Delivery> deliveries)
    {
        if (aws.Faults?.Strikes(FaultKind.FailEntries) == true)
        {
            return PutEventsResult.Failed;
        }

        var (@event, result) = events.Make(entry, aws.Region);
        if (@event is not null && EventBridgeArn.TryParse(entry.EventBusName) is { IsOfThisAccount: false })
        {
            return PutEventsResult.Denied(entry.EventBusName!);
        }

        if (@event is not null)
        {
            var from = deliveries.Count;
            router.Route(@event, BusAddress.Of(entry.EventBusName, aws.Region), hops: 0, deliveries);
            Spoil(deliveries, from, aws.Faults);
        }

        return result;
    }

    /// <summary>Delivers an event twice, or late, where its request's faults say so.</summary>
    private static void Spoil(List<Delivery> deliveries, int from, RequestFaults? faults)
    {
        if (faults?.Strikes(FaultKind.Duplicate) == true)
        {
            deliveries.AddRange(deliveries[from..]);
        }

        if (faults?.Strike(FaultKind.Reorder) is { } late)
        {
            for (var i = from; i < deliveries.Count; i++)
            {
                deliveries[i] = deliveries[i] with { Delay = late.Delay };
            }
        }
    }
}
