using System.Text.Json.Nodes;
using Workers.Contracts.Ranges;

namespace Workers.Producer.Http;

/// <summary>The id in a route's path. What is an id is said by the rule that events' fields keep to, and by no other.</summary>
internal static class PathId
{
    private static readonly IdAttribute Rule = new();

    /// <summary>Whether anything may have this id.</summary>
    public static bool IsOne(string id) => Rule.IsValid(id);

    /// <summary>Puts the path's id into the body, which may name it too.</summary>
    /// <exception cref="InvalidRequestException">It is no id, or the body names another one.</exception>
    public static void Set(JsonObject body, string field, string id)
    {
        if (!IsOne(id))
        {
            throw new InvalidRequestException(field, Rule.FormatErrorMessage(field));
        }

        if (body[field] is { } stated && stated.ToString() != id)
        {
            throw new InvalidRequestException(field, "must be the one of the path, or absent");
        }

        body[field] = id;
    }
}
