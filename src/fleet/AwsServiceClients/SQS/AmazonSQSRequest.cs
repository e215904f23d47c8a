using Amazon.Runtime;

namespace Amazon.SQS;

/// <summary>What every request to SQS is.</summary>
public class AmazonSQSRequest : AmazonWebServiceRequest;
