using System.Text.Json.Nodes;

namespace Workers.Contracts.Upcasters;

/// <summary>Registrations from whoever tells of them, under either name of the id.</summary>
internal static class AnyUserRegistered
{
    private const string CustomerId = "customerId";
    private const string UserId = "userId";

    public static JsonObject ToUserRegistered(JsonObject detail)
    {
        var user = new ForeignObject(detail);
        return new()
        {
            ["customerId"] = Id(user),
            ["email"] = user.Optional("email"),
            ["name"] = user.Optional("name"),
            ["timestamp"] = user.Optional("timestamp"),
            ["metadata"] = user.Optional("metadata"),
        };
    }

    private static JsonNode Id(ForeignObject user)
    {
        if (!user.Has(CustomerId))
        {
            return user.Text(UserId);
        }

        var id = user.Text(CustomerId);
        return user.Has(UserId) && !JsonNode.DeepEquals(id, user.Text(UserId))
            ? throw user.Problem(UserId, $"must be the {CustomerId}, or absent")
            : id;
    }
}
