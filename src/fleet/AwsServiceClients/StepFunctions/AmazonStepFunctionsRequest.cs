using Amazon.Runtime;

namespace Amazon.StepFunctions;

/// <summary>What every request to Step Functions is.</summary>
public class AmazonStepFunctionsRequest : AmazonWebServiceRequest;
