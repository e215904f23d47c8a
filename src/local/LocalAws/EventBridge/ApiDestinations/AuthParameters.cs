using System.Text.RegularExpressions;
using LocalAws.EventBridge.Targets;

namespace LocalAws.EventBridge.ApiDestinations;

/// <summary>How the requests over a connection are authorized, and what each has besides. Clients are shown no secret of it.</summary>
internal sealed record AuthParameters
{
    public BasicAuthParameters? BasicAuthParameters { get; init; }

    public ApiKeyAuthParameters? ApiKeyAuthParameters { get; init; }

    public OAuthParameters? OAuthParameters { get; init; }

    public ConnectionHttpParameters? InvocationHttpParameters { get; init; }

    /// <summary>The same as clients see it.</summary>
    public AuthParameters WithoutSecrets() => new()
    {
        BasicAuthParameters = BasicAuthParameters is { } basic ? basic with { Password = null } : null,
        ApiKeyAuthParameters = ApiKeyAuthParameters is { } key ? key with { ApiKeyValue = null } : null,
        OAuthParameters = OAuthParameters?.WithoutSecrets(),
        InvocationHttpParameters = InvocationHttpParameters?.WithoutSecrets(),
    };

    /// <summary>The same with what an update has of them.</summary>
    public AuthParameters With(AuthParameters? update) => update is null ? this : new AuthParameters
    {
        BasicAuthParameters = new(
            update.BasicAuthParameters?.Username ?? BasicAuthParameters?.Username,
            update.BasicAuthParameters?.Password ?? BasicAuthParameters?.Password),
        ApiKeyAuthParameters = new(
            update.ApiKeyAuthParameters?.ApiKeyName ?? ApiKeyAuthParameters?.ApiKeyName,
            update.ApiKeyAuthParameters?.ApiKeyValue ?? ApiKeyAuthParameters?.ApiKeyValue),
        OAuthParameters = update.OAuthParameters ?? OAuthParameters,
        InvocationHttpParameters = update.InvocationHttpParameters ?? InvocationHttpParameters,
    };

    /// <summary>The same without what connections of another type need.</summary>
    /// <exception cref="Http.AwsException">Something is missing that a connection of this type needs.</exception>
    public AuthParameters Of(string type) => type switch
    {
        Connection.Basic when BasicAuthParameters is { Username: not null, Password: not null } =>
            new() { BasicAuthParameters = BasicAuthParameters, InvocationHttpParameters = InvocationHttpParameters },
        Connection.ApiKey when ApiKeyAuthParameters is { ApiKeyName: not null, ApiKeyValue: not null } =>
            new() { ApiKeyAuthParameters = ApiKeyAuthParameters, InvocationHttpParameters = InvocationHttpParameters },
        Connection.OAuth when OAuthParameters is not null =>
            new() { OAuthParameters = OAuthParameters, InvocationHttpParameters = InvocationHttpParameters },
        _ => throw EventBridgeErrors.InvalidParameter("AuthParameters", $"They lack what the authorization type {type} needs."),
    };

    /// <summary>Adds the limits of the model.</summary>
    /// <param name="constraints">What they are added to.</param>
    /// <param name="isNew">Whether the connection is new, so that no part may be missing.</param>
    public void Constrain(Constraints constraints, bool isNew)
    {
        const string Member = "authParameters";
        BasicAuthParameters?.Constrain(constraints, $"{Member}.basicAuthParameters", isNew);
        ApiKeyAuthParameters?.Constrain(constraints, $"{Member}.apiKeyAuthParameters", isNew);
        OAuthParameters?.Constrain(constraints, $"{Member}.oAuthParameters", isNew);
        InvocationHttpParameters?.Constrain(constraints, $"{Member}.invocationHttpParameters");
    }
}

/// <summary>A user name and password.</summary>
internal sealed record BasicAuthParameters(string? Username, string? Password)
{
    public void Constrain(Constraints constraints, string member, bool isNew) => constraints
        .AuthText($"{member}.username", Username, isNew)
        .AuthSecret($"{member}.password", Password, isNew);
}

/// <summary>A header and its secret value.</summary>
internal sealed record ApiKeyAuthParameters(string? ApiKeyName, string? ApiKeyValue)
{
    public void Constrain(Constraints constraints, string member, bool isNew) => constraints
        .AuthText($"{member}.apiKeyName", ApiKeyName, isNew)
        .AuthSecret($"{member}.apiKeyValue", ApiKeyValue, isNew);
}

/// <summary>Where a token is to be had. It is kept; nobody is asked for one here.</summary>
internal sealed record OAuthParameters(string? AuthorizationEndpoint, string? HttpMethod)
{
    public OAuthClientParameters? ClientParameters { get; init; }

    public ConnectionHttpParameters? OAuthHttpParameters { get; init; }

    public OAuthParameters WithoutSecrets() => this with
    {
        ClientParameters = ClientParameters is { } client ? client with { ClientSecret = null } : null,
        OAuthHttpParameters = OAuthHttpParameters?.WithoutSecrets(),
    };

    public void Constrain(Constraints constraints, string member, bool isNew)
    {
        constraints
            .Present($"{member}.clientParameters", ClientParameters, isNew)
            .Present($"{member}.authorizationEndpoint", AuthorizationEndpoint, isNew)
            .Endpoint($"{member}.authorizationEndpoint", AuthorizationEndpoint)
            .Present($"{member}.httpMethod", HttpMethod, isNew)
            .OneOf($"{member}.httpMethod", HttpMethod?.ToUpperInvariant(), "GET", "POST", "PUT");   // AWS was seen to take "put"
        if (ClientParameters is { } client)
        {
            constraints
                .AuthText($"{member}.clientParameters.clientID", client.ClientId, isNew)
                .AuthSecret($"{member}.clientParameters.clientSecret", client.ClientSecret, isNew);
        }

        OAuthHttpParameters?.Constrain(constraints, $"{member}.oAuthHttpParameters");
    }
}

/// <summary>Who asks for the token.</summary>
internal sealed record OAuthClientParameters(
    [property: System.Text.Json.Serialization.JsonPropertyName("ClientID")] string? ClientId, string? ClientSecret);

/// <summary>What each request over a connection has: these win over a target's of the same name.</summary>
internal sealed record ConnectionHttpParameters
{
    private const int MostParameters = 100;

    public IReadOnlyList<ConnectionParameter>? HeaderParameters { get; init; }

    public IReadOnlyList<ConnectionParameter>? QueryStringParameters { get; init; }

    public IReadOnlyList<ConnectionParameter>? BodyParameters { get; init; }

    public ConnectionHttpParameters WithoutSecrets() => new()
    {
        HeaderParameters = HeaderParameters?.Select(parameter => parameter.WithoutSecret()).ToList(),
        QueryStringParameters = QueryStringParameters?.Select(parameter => parameter.WithoutSecret()).ToList(),
        BodyParameters = BodyParameters?.Select(parameter => parameter.WithoutSecret()).ToList(),
    };

    public void Constrain(Constraints constraints, string member) => constraints
        .AtMost($"{member}.headerParameters", HeaderParameters, MostParameters)
        .Each($"{member}.headerParameters", HeaderParameters, static (each, name, parameter) =>
            HttpParameters.ConstrainHeader(each, name, parameter.Key, parameter.Value))
        .AtMost($"{member}.queryStringParameters", QueryStringParameters, MostParameters)
        .Each($"{member}.queryStringParameters", QueryStringParameters, static (each, name, parameter) =>
            HttpParameters.ConstrainQuery(each, name, parameter.Key, parameter.Value))
        .AtMost($"{member}.bodyParameters", BodyParameters, MostParameters);
}

/// <summary>A header, query parameter or member of the body; its value may be a secret.</summary>
internal sealed record ConnectionParameter(string? Key, string? Value, bool? IsValueSecret)
{
    public ConnectionParameter WithoutSecret() => IsValueSecret == true ? this with { Value = null } : this;

    /// <summary>The key alone, so that a refusal of the list tells no secret.</summary>
    public override string ToString() => $"ConnectionParameter(key={Key})";
}

/// <summary>The limits of what connections hold.</summary>
internal static partial class ConnectionConstraints
{
    private const string AuthPattern = @"^[ \t]*[^\x00-\x1F:\x7F]+([ \t]+[^\x00-\x1F:\x7F]+)*[ \t]*$";
    private const string EndpointPattern =
        @"^((%[0-9A-Fa-f]{2}|[-()_.!~*';/?:@\x26=+$,A-Za-z0-9])+)([).!';/?:,])?$";

    private const int LongestText = 512;

    /// <summary>A member that a new connection must have.</summary>
    public static Constraints Present(this Constraints constraints, string member, object? value, bool isNew) =>
        isNew ? constraints.Require(member, value) : constraints;

    public static Constraints AuthText(this Constraints constraints, string member, string? value, bool isNew) => constraints
        .Present(member, value, isNew)
        .Satisfy(member, value, value is null || AuthText().IsMatch(value), AuthPattern)
        .Length(member, value, 1, LongestText);

    public static Constraints AuthSecret(this Constraints constraints, string member, string? value, bool isNew) => constraints
        .Present(member, value, isNew)
        .Secret(member, value, 1, LongestText, value is null || AuthText().IsMatch(value), AuthPattern);

    public static Constraints Endpoint(this Constraints constraints, string member, string? value) => constraints
        .Satisfy(member, value, value is null || Endpoint().IsMatch(value), EndpointPattern)
        .Length(member, value, 1, 2048);

    [GeneratedRegex(@"^[^\x00-\x08\x0A-\x1F:\x7F]*[^\x00-\x1F:\x7F][^\x00-\x08\x0A-\x1F:\x7F]*\z")]
    private static partial Regex AuthText();

    [GeneratedRegex(@"^(%[0-9A-Fa-f]{2}|[-()_.!~*';/?:@&=+$,A-Za-z0-9])+\z", RegexOptions.ExplicitCapture)]
    private static partial Regex Endpoint();
}
