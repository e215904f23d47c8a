namespace LocalAws.EventBridge.ApiDestinations;

/// <summary>A connection as clients see it; each operation shows some of it.</summary>
internal sealed record ConnectionDescription(string ConnectionArn, string ConnectionState, DateTimeOffset CreationTime)
{
    public string? Name { get; init; }

    public string? Description { get; init; }

    public string? AuthorizationType { get; init; }

    public string? SecretArn { get; init; }

    public string? KmsKeyIdentifier { get; init; }

    public AuthParameters? AuthParameters { get; init; }

    public DateTimeOffset? LastModifiedTime { get; init; }

    public DateTimeOffset? LastAuthorizedTime { get; init; }

    public static ConnectionDescription Of(Connection connection) => new(connection.Arn, connection.State, connection.CreationTime)
    {
        LastModifiedTime = connection.LastModifiedTime,
        LastAuthorizedTime = connection.LastAuthorizedTime,
    };
}
