using System.Text.Json.Nodes;

namespace Workers.Cli.Schemas;

/// <summary>
/// Compares two schemas of one event: for whoever writes by the older one, for whoever reads by it, or merely more to say. Words for
/// people (title, description, examples) may change as they like. What cannot be compared counts as changed for both.
/// </summary>
internal sealed class SchemaComparison
{
    private const string Members = "properties";
    private const string OtherMembers = "additionalProperties";
    private const string Items = "items";
    private const string AnyOf = "anyOf";

    // Compared by a method of their own.
    private static readonly HashSet<string> Known =
        [SchemaReferences.Keyword, Members, OtherMembers, "required", Items, AnyOf, "type", "enum", "const", .. ValueRanges.Keywords];

    private readonly SchemaReferences _references;
    private readonly List<SchemaChange> _changes = [];

    private SchemaComparison(SchemaReferences references) => _references = references;

    /// <summary>Every change from one schema to another.</summary>
    public static IReadOnlyList<SchemaChange> Between(JsonObject was, JsonObject becomes) =>
        Between(was, becomes, new(was, becomes), SchemaPlace.Root);

    private static List<SchemaChange> Between(JsonNode? was, JsonNode? becomes, SchemaReferences references, SchemaPlace place)
    {
        var comparison = new SchemaComparison(references);
        comparison.Compare(was, becomes, place);
        return comparison._changes;
    }

    private void Compare(JsonNode? was, JsonNode? becomes, SchemaPlace place)
    {
        if (AllowsNothing(was) || AllowsNothing(becomes))
        {
            if (AllowsNothing(was) != AllowsNothing(becomes))
            {
                Add(AllowsNothing(was) ? ChangeKind.Widened : ChangeKind.Narrowed, place, was, becomes);
            }

            return;
        }

        using var visit = _references.Visit(was, becomes);
        if (visit is null)
        {
            return;   // a schema that refers to itself is compared once
        }

        var (older, newer) = visit.Value;
        if (SchemaReferences.FileOf(older) != SchemaReferences.FileOf(newer))
        {
            var keyword = SchemaReferences.Keyword;
            Add(ChangeKind.Replaced, place.Keyword(keyword), older[keyword], newer[keyword]);
        }

        if (!ComparedTypes(older, newer, place) || ComparedValues(older, newer, place))
        {
            return;
        }

        foreach (var (keyword, kind, before, after) in ValueRanges.Compare(older, newer))
        {
            Add(kind, place.Keyword(keyword), before, after);
        }

        CompareMembers(older, newer, place);
        CompareRequired(older, newer, place);
        CompareOtherMembers(older, newer, place);
        CompareOptions(older, newer, place);
        if (older.ContainsKey(Items) || newer.ContainsKey(Items))
        {
            Compare(older[Items], newer[Items], place.Items());
        }

        CompareTheRest(older, newer, place);
    }

    private void CompareTheRest(JsonObject older, JsonObject newer, SchemaPlace place)
    {
        var keywords = older.Concat(newer).Select(rule => rule.Key).Distinct();
        foreach (var keyword in keywords.Where(keyword => !Known.Contains(keyword) && !Wording.Has(keyword)))
        {
            if (!JsonNode.DeepEquals(Wording.Without(older[keyword]), Wording.Without(newer[keyword])))
            {
                Add(ChangeKind.Replaced, place.Keyword(keyword), older[keyword], newer[keyword]);
            }
        }
    }

    /// <summary>False where the types have nothing in common, so that there is no more to compare.</summary>
    private bool ComparedTypes(JsonObject older, JsonObject newer, SchemaPlace place)
    {
        if (SchemaTypes.Compare(older, newer) is not { } kind)
        {
            return true;
        }

        Add(kind, place.Keyword("type"), older["type"], newer["type"]);
        return kind != ChangeKind.Replaced;
    }

    /// <summary>True where values are listed, in which case their forms say no more.</summary>
    private bool ComparedValues(JsonObject older, JsonObject newer, SchemaPlace place)
    {
        var before = SchemaTypes.ValuesOf(older);
        var after = SchemaTypes.ValuesOf(newer);
        if (before is null && after is null)
        {
            return false;
        }

        var at = place.Keyword(newer.ContainsKey("const") || (after is null && older.ContainsKey("const")) ? "const" : "enum");
        var gone = before is null ? [] : before.Where(value => !SchemaTypes.Allows(newer, value)).ToList();
        var come = after is null ? [] : after.Where(value => !SchemaTypes.Allows(older, value)).ToList();
        if (gone.Count > 0 || before is null)
        {
            Add(ChangeKind.Narrowed, at, ListOf(before), ListOf(after));
        }

        if (come.Count > 0 || after is null)
        {
            Add(ChangeKind.Widened, at, ListOf(before), ListOf(after));
        }

        return true;
    }

    private void CompareMembers(JsonObject older, JsonObject newer, SchemaPlace place)
    {
        var before = older[Members]?.AsObject() ?? [];
        var after = newer[Members]?.AsObject() ?? [];
        foreach (var (name, member) in before)
        {
            if (after.TryGetPropertyValue(name, out var now))
            {
                Compare(member, now, place.Of(name));
            }
            else
            {
                Add(ChangeKind.MemberGone, place.Of(name), member, null, IsClosed(newer) ? Harmed.Both : Harmed.Readers);
            }
        }

        foreach (var (name, member) in after.Where(member => !before.ContainsKey(member.Key) && !RequiredOf(newer).Contains(member.Key)))
        {
            // Readers of a closed object refuse what they do not know.
            Add(IsClosed(older) ? ChangeKind.Widened : ChangeKind.Added, place.Of(name), null, member);
        }
    }

    private void CompareRequired(JsonObject older, JsonObject newer, SchemaPlace place)
    {
        var before = RequiredOf(older);
        var after = RequiredOf(newer);
        var known = older[Members]?.AsObject() ?? [];
        foreach (var name in after.Except(before))
        {
            var was = known.ContainsKey(name) ? "optional" : SchemaChange.Nothing;
            Add(ChangeKind.MemberRequired, place.Of(name), was, "required", Harmed.Writers);
        }

        foreach (var name in before.Except(after).Where(name => !known.ContainsKey(name) || newer[Members]?[name] is not null))
        {
            Add(ChangeKind.MemberOptional, place.Of(name), "required", "optional", Harmed.Readers);
        }
    }

    private void CompareOtherMembers(JsonObject older, JsonObject newer, SchemaPlace place)
    {
        var before = older[OtherMembers];
        var after = newer[OtherMembers];
        if (before is JsonObject && after is JsonObject)
        {
            Compare(before, after, place.Others());
        }
        else if (Openness(before) != Openness(after))
        {
            Add(Openness(after) < Openness(before) ? ChangeKind.Narrowed : ChangeKind.Widened, place.Keyword(OtherMembers), before, after);
        }
    }

    /// <summary>An option may change where another still allows all that it allowed, and no option allows what none did.</summary>
    private void CompareOptions(JsonObject older, JsonObject newer, SchemaPlace place)
    {
        if (JsonNode.DeepEquals(Wording.Without(older[AnyOf]), Wording.Without(newer[AnyOf])))
        {
            return;
        }

        var at = place.Keyword(AnyOf);
        var before = older[AnyOf]?.AsArray() ?? [];
        var after = newer[AnyOf]?.AsArray() ?? [];
        var isRefused = !before.All(option => after.Any(other => !Harms(option, other, change => change.HarmsWriters)));
        var isUnknown = !after.All(option => before.Any(other => !Harms(other, option, change => change.HarmsReaders)));
        if (isRefused || before.Count == 0)
        {
            Add(ChangeKind.Narrowed, at, older[AnyOf], newer[AnyOf]);
        }

        if (isUnknown || after.Count == 0)
        {
            Add(ChangeKind.Widened, at, older[AnyOf], newer[AnyOf]);
        }

        if (before.Count > 0 && after.Count > 0 && !isRefused && !isUnknown)
        {
            Add(ChangeKind.Added, at, older[AnyOf], newer[AnyOf]);
        }

        bool Harms(JsonNode? was, JsonNode? becomes, Predicate<SchemaChange> harms) => Between(was, becomes, _references, at).Exists(harms);
    }

    private static bool AllowsNothing(JsonNode? schema) => schema is JsonValue value && !(bool)value;

    private static bool IsClosed(JsonObject schema) => AllowsNothing(schema[OtherMembers]);

    private static int Openness(JsonNode? others) => others switch
    {
        _ when AllowsNothing(others) => 0,
        JsonObject { Count: > 0 } => 1,
        _ => 2,
    };

    private static HashSet<string> RequiredOf(JsonObject schema) =>
        schema["required"]?.AsArray().Select(name => (string)name!).ToHashSet() ?? [];

    private static JsonArray? ListOf(IReadOnlyList<JsonNode?>? values) =>
        values is null ? null : [.. values.Select(value => value?.DeepClone())];

    private void Add(ChangeKind kind, SchemaPlace place, JsonNode? was, JsonNode? becomes, Harmed? harmed = null) =>
        Add(kind, place, Wording.Text(was), Wording.Text(becomes), harmed ?? kind switch
        {
            ChangeKind.Added => null,
            ChangeKind.Narrowed => Harmed.Writers,
            ChangeKind.Widened => Harmed.Readers,
            _ => Harmed.Both,
        });

    private void Add(ChangeKind kind, SchemaPlace place, string was, string becomes, Harmed? harmed) =>
        _changes.Add(new(kind, place.Pointer, place.Member, was, becomes, harmed));
}
