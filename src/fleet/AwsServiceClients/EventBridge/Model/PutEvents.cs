using Amazon.Runtime;

namespace Amazon.EventBridge.Model;

/// <summary>Puts up to ten events on buses, 1 MiB together; each may fail on its own.</summary>
public class PutEventsRequest : AmazonEventBridgeRequest
{
    /// <summary>One to ten events; required.</summary>
    public List<PutEventsRequestEntry> Entries { get; set; }
}

/// <summary>Which events were taken, and which were not.</summary>
public class PutEventsResponse : AmazonWebServiceResponse
{
    /// <summary>One result per event, in the order of the request.</summary>
    public List<PutEventsResultEntry> Entries { get; set; }

    /// <summary>How many events failed.</summary>
    public int? FailedEntryCount { get; set; }
}

/// <summary>An event to put on a bus.</summary>
public class PutEventsRequestEntry
{
    /// <summary>The event itself, a JSON object as text.</summary>
    public string Detail { get; set; }

    /// <summary>What happened; rules match on it.</summary>
    public string DetailType { get; set; }

    /// <summary>The bus, by name or ARN; null means the account's default bus.</summary>
    public string EventBusName { get; set; }

    /// <summary>The ARNs of what the event is about.</summary>
    public List<string> Resources { get; set; }

    /// <summary>Who says so; rules match on it.</summary>
    public string Source { get; set; }

    /// <summary>When it happened; null means on arrival.</summary>
    public DateTime? Time { get; set; }

    /// <summary>An AWS X-Ray trace header.</summary>
    public string TraceHeader { get; set; }
}

/// <summary>What became of one event.</summary>
public class PutEventsResultEntry
{
    /// <summary>Why the event was not taken; null when it was.</summary>
    public string ErrorCode { get; set; }

    /// <summary>The reason in words.</summary>
    public string ErrorMessage { get; set; }

    /// <summary>The id EventBridge gave the event; null when it was not taken.</summary>
    public string EventId { get; set; }
}
