using LocalAws.DynamoDb.Storage;
using LocalAws.DynamoDb.Values;
using LocalAws.Http;

namespace LocalAws.DynamoDb.Queries;

/// <summary>Reads the key that a page before this one ended with.</summary>
internal static class StartKey
{
    /// <param name="key">The key as sent.</param>
    /// <param name="schema">The table's key attributes.</param>
    /// <param name="refusal">How the message begins when it has not the right attributes.</param>
    public static ItemKey Parse(AttributeMap key, KeySchema schema, string refusal)
    {
        if (key.Count != schema.Count)
        {
            throw DynamoDbErrors.Validation(refusal);
        }

        try
        {
            return schema.Parse(key);
        }
        catch (AwsException exception)
        {
            throw DynamoDbErrors.Validation($"The provided starting key is invalid: {exception.Message}");
        }
    }
}
