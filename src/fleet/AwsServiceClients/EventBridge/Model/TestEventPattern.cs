using Amazon.Runtime;

namespace Amazon.EventBridge.Model;

/// <summary>Asks whether an event matches a pattern.</summary>
public class TestEventPatternRequest : AmazonEventBridgeRequest
{
    /// <summary>The whole event with its envelope, as JSON; required.</summary>
    public string Event { get; set; }

    /// <summary>The pattern, as JSON; required.</summary>
    public string EventPattern { get; set; }
}

/// <summary>Whether the event matches.</summary>
public class TestEventPatternResponse : AmazonWebServiceResponse
{
    /// <summary>Whether it matches.</summary>
    public bool? Result { get; set; }
}
