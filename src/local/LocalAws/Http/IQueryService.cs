using System.Collections.Frozen;

namespace LocalAws.Http;

/// <summary>
/// A service that speaks AWS's older query protocol: forms that are answered by XML. Its operations take and give JSON like those of
/// the other services; <see cref="QueryForm"/> and <see cref="QueryXml"/> translate.
/// </summary>
internal interface IQueryService : IAwsService
{
    /// <summary>The form's <c>Version</c>, by which the service is found.</summary>
    string QueryVersion { get; }

    /// <summary>The namespace of its answers.</summary>
    string XmlNamespace { get; }

    /// <summary>Members of requests that are lists: a client sends one without elements as an empty text.</summary>
    IReadOnlySet<string> Lists { get; }

    /// <summary>Members of answers that are maps, whose entries XML writes otherwise than the members of a structure.</summary>
    IReadOnlySet<string> Maps { get; }

    /// <summary>Operations that answer with a result also where it has no members.</summary>
    IReadOnlySet<string> EmptyResults => FrozenSet<string>.Empty;
}
