/**
 * Why a worker has ended, in the language of the page. Its error event says nothing where the file of the worker did not
 * arrive, and some browsers say nothing when memory runs out.
 */
export function workerFault({ message }: { readonly message?: string | undefined }): string {
  const isChinese = globalThis.document?.documentElement.lang.startsWith('zh') ?? false;
  if (isChinese) return `后台任务中断（${message || '内存不足，或与服务器的连接断开'}）`;
  return `the background task stopped (${message || 'too little memory, or no connection to the server'})`;
}
