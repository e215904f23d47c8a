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

    /// <summary>Members of requests that are numbers, which a form writes as it writes texts.</summary>
    IReadOnlySet<string> Numbers => FrozenSet<string>.Empty;

    /// <summary>The member of requests that a path stands for, as a queue's URL does; null where the service has the root only.</summary>
    string? PathMember => null;

    /// <summary>Operations that are not to be had where a path stands for a member.</summary>
    IReadOnlySet<string> RootOperations => FrozenSet<string>.Empty;

    /// <summary>The lists and maps of an operation's request and answer that are flattened.</summary>
    IReadOnlyList<FlatMember> Flattened(string operation) => [];
}

/// <summary>
/// A list or a map without an element of its own around it: all that it holds carries a name of its own, which a form numbers.
/// </summary>
/// <param name="Member">What JSON calls the list or map.</param>
/// <param name="Element">What a form and XML call one of what it holds.</param>
/// <param name="Key">What the key of a map's entry is called, beside its <c>Value</c>; null for a list.</param>
internal sealed record FlatMember(string Member, string Element, string? Key = null);
