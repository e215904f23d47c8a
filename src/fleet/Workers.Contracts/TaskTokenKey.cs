using System.Security.Cryptography;
using System.Text;

namespace Workers.Contracts;

/// <summary>What stands for a task's token in the key of a marker: a token may be longer than a key.</summary>
public static class TaskTokenKey
{
    /// <summary><c>token=</c> and the token's digest.</summary>
    public static string Of(string taskToken) => $"token={Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(taskToken)))}";
}
