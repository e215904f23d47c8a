using LocalAws.EventBridge.Buses;
using LocalAws.EventBridge.Lists;
using LocalAws.Http;

namespace LocalAws.EventBridge.ApiDestinations;

/// <summary>CreateConnection, UpdateConnection, and those that only have a name.</summary>
internal sealed record ConnectionRequest(string? Name)
{
    public string? Description { get; init; }

    public string? AuthorizationType { get; init; }

    public AuthParameters? AuthParameters { get; init; }

    public string? KmsKeyIdentifier { get; init; }
}

/// <summary>A page of ListConnections.</summary>
internal sealed record ConnectionPage(IEnumerable<ConnectionDescription> Connections, string? NextToken);

/// <summary>Create, update, describe, list, deauthorize and delete connections.</summary>
internal sealed class ConnectionOperations(Regions regions, TimeProvider time)
{
    private const int MaxConnections = 3000;
    private const int MaxNameLength = 64;

    public ConnectionDescription Create(ConnectionRequest request, AwsRequest aws)
    {
        Constrain(request)
            .Require("authorizationType", request.AuthorizationType)
            .OneOf("authorizationType", request.AuthorizationType, [.. Connection.Types])
            .Require("authParameters", request.AuthParameters)
            .With(request.AuthParameters, isNew: true)
            .Check();
        var (name, now) = (request.Name!, time.GetUtcNow());
        var connection = new Connection(name, EventBridgeArn.OfNew(aws.Region, EventBridgeArn.ConnectionKind, name), Secret(name, aws), now)
        {
            AuthorizationType = request.AuthorizationType!,
            AuthParameters = request.AuthParameters!.Of(request.AuthorizationType!),
            Description = request.Description,
            KmsKeyIdentifier = request.KmsKeyIdentifier,
            LastModifiedTime = now,
            LastAuthorizedTime = now,
        };
        regions.Change(aws.Region, region => region.Connections switch
        {
            var known when known.Find(name) is not null => throw EventBridgeErrors.AlreadyExists($"Connection {name}"),
            { Items.Length: >= MaxConnections } => throw EventBridgeErrors.LimitExceeded(),
            var known => region with { Connections = known.With(connection) },
        });
        return ConnectionDescription.Of(connection) with { LastAuthorizedTime = null };
    }

    /// <summary>Changes what the request has; the rest stays. New credentials authorize the connection again.</summary>
    public ConnectionDescription Update(ConnectionRequest request, AwsRequest aws)
    {
        Constrain(request)
            .OneOf("authorizationType", request.AuthorizationType, [.. Connection.Types])
            .With(request.AuthParameters, isNew: false)
            .Check();
        return ConnectionDescription.Of(Change("update", request, aws, (connection, now) =>
        {
            var described = connection with
            {
                Description = request.Description ?? connection.Description,
                KmsKeyIdentifier = request.KmsKeyIdentifier ?? connection.KmsKeyIdentifier,
                LastModifiedTime = now,
            };
            var type = request.AuthorizationType ?? connection.AuthorizationType;
            return request is { AuthorizationType: null, AuthParameters: null } ? described : described with
            {
                AuthorizationType = type,
                AuthParameters = connection.AuthParameters.With(request.AuthParameters).Of(type),
                IsDeauthorized = false,
                LastAuthorizedTime = now,
            };
        }));
    }

    public ConnectionDescription Describe(ConnectionRequest request, AwsRequest aws)
    {
        Constrain(request).Check();
        var connection = Find("describe", regions[aws.Region], request.Name!);
        return ConnectionDescription.Of(connection) with
        {
            Name = connection.Name,
            Description = connection.Description,
            AuthorizationType = connection.AuthorizationType,
            SecretArn = connection.SecretArn,
            KmsKeyIdentifier = connection.KmsKeyIdentifier,
            AuthParameters = connection.AuthParameters.WithoutSecrets(),
        };
    }

    public ConnectionPage List(ListRequest request, AwsRequest aws)
    {
        request.Constrain(MaxNameLength).OneOf("connectionState", request.ConnectionState, [.. Connection.States]).Check();
        var connections = regions[aws.Region].Connections.Items
            .Where(connection => request.ConnectionState is null || request.ConnectionState == connection.State);
        var page = Page<Connection>.Of(connections, request);
        return new ConnectionPage(page.Items.Select(Summarize), page.NextToken);
    }

    /// <summary>Forgets the credentials. Its API destinations rest until it gets others.</summary>
    public ConnectionDescription Deauthorize(ConnectionRequest request, AwsRequest aws)
    {
        Constrain(request).Check();
        var changed = Change("deauthorize", request, aws, (connection, now) => connection with
        {
            AuthParameters = connection.AuthParameters.WithoutSecrets(),
            IsDeauthorized = true,
            LastModifiedTime = now,
        });
        return ConnectionDescription.Of(changed) with { ConnectionState = Connection.Deauthorizing };
    }

    /// <summary>Deletes a connection. API destinations that use it rest from then on.</summary>
    public ConnectionDescription Delete(ConnectionRequest request, AwsRequest aws)
    {
        Constrain(request).Check();
        Connection? deleted = null;
        regions.Change(aws.Region, region =>
        {
            deleted = Find("delete", region, request.Name!);
            return region with { Connections = region.Connections.Without(deleted.Name) };
        });
        return ConnectionDescription.Of(deleted!) with { ConnectionState = Connection.Deleting };
    }

    private Connection Change(
        string verb, ConnectionRequest request, AwsRequest aws, Func<Connection, DateTimeOffset, Connection> change)
    {
        var changed = regions.Change(aws.Region, region => region with
        {
            Connections = region.Connections.With(change(Find(verb, region, request.Name!), time.GetUtcNow())),
        });
        return changed.Connections.Find(request.Name!)!;
    }

    private static ConnectionDescription Summarize(Connection connection) => ConnectionDescription.Of(connection) with
    {
        Name = connection.Name,
        AuthorizationType = connection.AuthorizationType,
    };

    private static Connection Find(string verb, Region region, string name) => region.Connections.Find(name)
        ?? throw EventBridgeErrors.NotFound($"Failed to {verb} the connection(s). Connection '{name}' does not exist.");

    // As Secrets Manager names the secrets that EventBridge owns; there is no Secrets Manager here to show this one.
    private static string Secret(string name, AwsRequest aws)
    {
        var suffix = Guid.NewGuid().ToString("N")[..6];
        return $"arn:aws:secretsmanager:{aws.Region}:{AwsRequest.Account}:secret:events!connection/{name}/{Guid.NewGuid()}-{suffix}";
    }

    private static Constraints Constrain(ConnectionRequest request) => new Constraints()
        .Name("name", request.Name, MaxNameLength)
        .Line("description", request.Description, 512)
        .Key("kmsKeyIdentifier", request.KmsKeyIdentifier);
}
