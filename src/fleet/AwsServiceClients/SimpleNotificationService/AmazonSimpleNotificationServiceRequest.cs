using Amazon.Runtime;

namespace Amazon.SimpleNotificationService;

/// <summary>What every request to SNS is.</summary>
public class AmazonSimpleNotificationServiceRequest : AmazonWebServiceRequest;
