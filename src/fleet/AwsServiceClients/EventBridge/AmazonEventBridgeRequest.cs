using Amazon.Runtime;

namespace Amazon.EventBridge;

/// <summary>What every request to EventBridge is.</summary>
public class AmazonEventBridgeRequest : AmazonWebServiceRequest;
