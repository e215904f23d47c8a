using LocalAws.Http;

namespace LocalAws.Sqs.Queues;

/// <summary>A queue's name and region, and the ARN and URL that follow from them.</summary>
internal readonly record struct QueueName(string Region, string Name)
{
    public string Arn => $"arn:aws:sqs:{Region}:{AwsRequest.Account}:{Name}";

    /// <summary>Null when it is no queue's ARN in the one account that exists here.</summary>
    public static QueueName? FromArn(string arn) =>
        arn.Split(':') is ["arn", "aws", "sqs", var region, AwsRequest.Account, var name] && region.Length > 0 && name.Length > 0
            ? new QueueName(region, name)
            : null;

    /// <summary>Whether the text is a queue's ARN, in whatever account.</summary>
    public static bool IsArn(string text) => text.Split(':') is ["arn", _, "sqs", { Length: > 0 }, { Length: > 0 }, { Length: > 0 }];

    /// <summary>The queue that a URL means to a request: its last segment. The host is the client's affair.</summary>
    public static QueueName FromUrl(string region, string url) => new(region, url[(url.LastIndexOf('/') + 1)..]);

    public string Url(AwsRequest request) => $"{request.Endpoint}/{AwsRequest.Account}/{Name}";
}
