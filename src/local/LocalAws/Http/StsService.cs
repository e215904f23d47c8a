namespace LocalAws.Http;

/// <summary>STS, as far as tools ask it first: who is calling.</summary>
internal sealed class StsService : IQueryService
{
    private static readonly HashSet<string> None = [];

    public string TargetPrefix => "AWSSecurityTokenServiceV20110615";

    public string JsonVersion => "1.1";

    public string QueryVersion => "2011-06-15";

    public string XmlNamespace => "https://sts.amazonaws.com/doc/2011-06-15/";

    public IReadOnlySet<string> Lists => None;

    public IReadOnlySet<string> Maps => None;

    public IReadOnlyDictionary<string, AwsOperation> Operations { get; } = new Dictionary<string, AwsOperation>
    {
        ["GetCallerIdentity"] = (_, response, _) =>
        {
            response.WriteStartObject();
            response.WriteString("Arn", $"arn:aws:iam::{AwsRequest.Account}:root");
            response.WriteString("UserId", AwsRequest.Account);
            response.WriteString("Account", AwsRequest.Account);
            response.WriteEndObject();
            return ValueTask.CompletedTask;
        },
    };

    public AwsException Throttled() => new("Throttling", "Rate exceeded");

    public AwsException InternalError() => new("InternalFailure", "The request processing has failed.", statusCode: 500);

    public void Reset()
    {
        // It holds nothing.
    }
}
