using Amazon.EventBridge;
using Amazon.EventBridge.Model;

namespace Workers.Provisioning.Resources;

/// <summary>Lists the rules that a bus has, whoever made them.</summary>
internal static class BusRules
{
    /// <summary>All but those that AWS itself manages: an archive's go with what made them.</summary>
    /// <exception cref="ResourceNotFoundException">There is no such bus.</exception>
    public static async Task<List<Rule>> ListAsync(IAmazonEventBridge client, string bus, CancellationToken cancellationToken)
    {
        var rules = new List<Rule>();
        var request = new ListRulesRequest { EventBusName = bus };
        do
        {
            var page = await client.ListRulesAsync(request, cancellationToken);
            rules.AddRange((page.Rules ?? []).Where(rule => string.IsNullOrEmpty(rule.ManagedBy)));
            request.NextToken = page.NextToken;
        }
        while (!string.IsNullOrEmpty(request.NextToken));

        return rules;
    }
}
