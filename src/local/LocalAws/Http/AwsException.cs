using System.Text.Json;

namespace LocalAws.Http;

/// <summary>An error as an AWS client sees it.</summary>
/// <param name="code">The error's name: <c>__type</c> in the body, after its namespace.</param>
/// <param name="message">What is wrong, as AWS words it where a client can see it.</param>
/// <param name="statusCode">The HTTP status.</param>
internal sealed class AwsException(string code, string message, int statusCode = 400) : Exception(message)
{
    /// <summary>The error's name.</summary>
    public string Code { get; } = code;

    /// <summary>The HTTP status.</summary>
    public int StatusCode { get; } = statusCode;

    /// <summary>The namespace before the <c>#</c> in <c>__type</c>; none when null.</summary>
    public string? TypeNamespace { get; init; }

    /// <summary>
    /// SQS's older name for the error, which the query protocol has and <c>x-amzn-query-error</c> tells a JSON client that asks for it.
    /// </summary>
    public string? QueryCode { get; init; }

    /// <summary>What the query protocol says where it words the error otherwise than AWS JSON; null where it does not.</summary>
    public string? QueryMessage { get; init; }

    /// <summary>Writes more members into the error's body, such as <c>CancellationReasons</c>.</summary>
    public Action<Utf8JsonWriter>? WriteMembers { get; init; }
}
