namespace Workers.Provisioning.CloudFormation;

/// <summary>What a resource is called inside the template.</summary>
internal static class LogicalId
{
    public const string Bus = "Bus";
    public const string Archive = "Archive";
    public const string Registry = "SchemaRegistry";

    /// <summary><c>inventory-dlq</c> becomes <c>InventoryDlq</c>, and with a suffix <c>InventoryDlqPolicy</c>.</summary>
    public static string Of(string name, string suffix = "") =>
        string.Concat(name.Split('-').Select(word => char.ToUpperInvariant(word[0]) + word[1..])) + suffix;

    public static string Rule(string name) => Of(name, "Rule");

    public static string Table(string name) => Of(name, "Table");

    public static string Topic(string name) => Of(name, "Topic");
}
