using Amazon.Runtime;

namespace Amazon.EventBridge.Model;

/// <summary>Deletes an event bus; one that does not exist is no error.</summary>
public class DeleteEventBusRequest : AmazonEventBridgeRequest
{
    /// <summary>The bus's name; required.</summary>
    public string Name { get; set; }
}

/// <summary>The answer to <see cref="DeleteEventBusRequest"/>; it carries nothing but its metadata.</summary>
public class DeleteEventBusResponse : AmazonWebServiceResponse;
