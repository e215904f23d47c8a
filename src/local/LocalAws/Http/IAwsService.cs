namespace LocalAws.Http;

/// <summary>One AWS service as the HTTP front sees it: how its requests are named and what answers them.</summary>
internal interface IAwsService
{
    /// <summary>What stands before the dot in <c>X-Amz-Target</c>, for example <c>AmazonSQS</c>.</summary>
    string TargetPrefix { get; }

    /// <summary>The AWS JSON protocol's version, <c>1.0</c> or <c>1.1</c>; it decides the content type.</summary>
    string JsonVersion { get; }

    /// <summary>The namespace of errors that come before the service's own, such as a body that cannot be read; none when null.</summary>
    string? FrontNamespace => null;

    /// <summary>What the service can do, by operation name.</summary>
    IReadOnlyDictionary<string, AwsOperation> Operations { get; }

    /// <summary>How the service refuses a request for being one too many.</summary>
    AwsException Throttled();

    /// <summary>How the service says that it failed.</summary>
    AwsException InternalError();

    /// <summary>Forgets everything the service holds.</summary>
    void Reset();
}
