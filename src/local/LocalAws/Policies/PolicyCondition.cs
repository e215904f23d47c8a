using System.IO.Enumeration;
using System.Text.Json;
using LocalAws.Http;

namespace LocalAws.Policies;

/// <summary>One condition on one key. What it does not know never holds, so an unknown condition allows nothing.</summary>
internal sealed record PolicyCondition(string Operator, string Key, IReadOnlyList<string> Values)
{
    public static IReadOnlyList<PolicyCondition> ReadAll(JsonElement conditions) =>
    [
        .. from comparison in conditions.EnumerateObject()
           from key in comparison.Value.EnumerateObject()
           select new PolicyCondition(comparison.Name, key.Name, PolicyJson.Texts(key.Value)),
    ];

    public bool Holds(ServiceCall call)
    {
        var actual = Key.ToUpperInvariant() switch
        {
            "AWS:SOURCEARN" => call.SourceArn,
            "AWS:SOURCEACCOUNT" => AwsRequest.Account,
            _ => null,
        };

        return actual is not null && Operator switch
        {
            "ArnEquals" or "ArnLike" or "StringLike" =>
                Values.Any(pattern => FileSystemName.MatchesSimpleExpression(pattern, actual, ignoreCase: false)),
            "StringEquals" => Values.Contains(actual),
            _ => false,
        };
    }
}
