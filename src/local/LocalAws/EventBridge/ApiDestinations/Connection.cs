using LocalAws.EventBridge.Lists;

namespace LocalAws.EventBridge.ApiDestinations;

/// <summary>The credentials that API destinations call their endpoints with.</summary>
internal sealed record Connection(string Name, string Arn, string SecretArn, DateTimeOffset CreationTime) : INamed
{
    public const string Basic = "BASIC";
    public const string OAuth = "OAUTH_CLIENT_CREDENTIALS";
    public const string ApiKey = "API_KEY";

    public const string Authorized = "AUTHORIZED";
    public const string Authorizing = "AUTHORIZING";
    public const string Deauthorizing = "DEAUTHORIZING";
    public const string Deauthorized = "DEAUTHORIZED";
    public const string Deleting = "DELETING";

    public static readonly IReadOnlyList<string> Types = [Basic, OAuth, ApiKey];

    /// <summary>Every state of AWS's; a connection here is never in some of them.</summary>
    public static readonly IReadOnlyList<string> States =
        ["CREATING", "UPDATING", Deleting, Authorized, Deauthorized, Authorizing, Deauthorizing, "ACTIVE", "FAILED_CONNECTIVITY"];

    public required string AuthorizationType { get; init; }

    public required AuthParameters AuthParameters { get; init; }

    public required DateTimeOffset LastModifiedTime { get; init; }

    public required DateTimeOffset LastAuthorizedTime { get; init; }

    public string? Description { get; init; }

    public string? KmsKeyIdentifier { get; init; }

    public bool IsDeauthorized { get; init; }

    /// <summary>A connection that needs a token waits for it for ever: no authorization server is asked here.</summary>
    public string State => this switch
    {
        { IsDeauthorized: true } => Deauthorized,
        { AuthorizationType: OAuth } => Authorizing,
        _ => Authorized,
    };
}
